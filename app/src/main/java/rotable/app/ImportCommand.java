// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rotable.journal.BadEntry;
import rotable.journal.Draft;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// `rotable import`: publishes files of reference data.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Publishes reference data from JSON files, each as a whole or not at all.")
final class ImportCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Option(
            names = "--by",
            paramLabel = "PERSON",
            defaultValue = Draft.SYSTEM,
            description = "who publishes it")
    private String by = Draft.SYSTEM;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files of reference data")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws RecordProblem {
        try (var record = options.open(options.folderOrDefault(), InstantSource.system())) {
            int wrong = 0;
            for (var file : files) wrong += publish(record, file);
            return wrong == 0 ? 0 : 1;
        }
    }

    private int publish(DerbyRecord record, Path file) throws RecordProblem {
        try {
            var json = Files.readString(file, StandardCharsets.UTF_8);
            var now = InstantSource.system().instant();
            var wrong = Importer.publish(record, json, by, now);
            for (var w : wrong) System.out.println(file + ": " + w);
            System.out.println(
                    file + (wrong.isEmpty() ? ": published." : ": nothing was published."));
            return wrong.size();
        } catch (BadEntry e) {
            System.out.println(
                    file + ": " + e.getMessage() + "\n" + file + ": nothing was published.");
            return 1;
        } catch (IOException e) {
            System.out.println(file + " can't be read: " + e.getMessage());
            return 1;
        }
    }
}
