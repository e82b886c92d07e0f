// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// `rotable cards`: the text of every command card and badge.
@Command(
        name = "cards",
        mixinStandardHelpOptions = true,
        description = "Lists command cards and badges, or writes them as PDF to print.")
final class CardsCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Option(
            names = "--pdf",
            paramLabel = "DIR",
            description = "writes cards.pdf into that folder instead")
    private @Nullable Path folder;

    private DerbyRecord open() throws RecordProblem {
        var clock = InstantSource.system();
        return options.rehearsal
                ? options.open(options.folderOrDefault(), clock)
                : options.openExisting(clock);
    }

    @Override
    public Integer call() throws RecordProblem, IOException {
        try (var record = open()) {
            if (options.rehearsal) SampleDepot.setUp(record, InstantSource.system().instant());
            if (folder == null)
                for (var c : CardFile.all(record.reference()))
                    System.out.println(c.text() + "  " + c.title());
            else
                System.out.println(
                        "Written to "
                                + new CardFile(folder, options.rehearsal).cards(record.reference())
                                + ".");
            return 0;
        }
    }
}
