// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rotable.exchange.CentralProblem;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.store.OldMirror;
import rotable.sync.CentralAddress;
import rotable.sync.OldDisk;
import rotable.sync.Pace;
import rotable.sync.PostgresCentral;

/// `rotable sync`: one exchange with the centre, for a bench whose window is closed.
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Sends what the depot's centre lacks and takes in what others sent, once.")
final class SyncCommand implements Callable<Integer> {
    private static final Pace PACE = Pace.steady(500);

    @Mixin private DataOptions options = new DataOptions();

    @Option(
            names = "--unsent-of",
            paramLabel = "DIR",
            description =
                    "first brings in what the data folder of this bench's old computer had not"
                            + " sent, as far as its mirror can be read")
    private @Nullable Path old;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws RecordProblem {
        var central = options.central();
        if (central.isEmpty())
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--central is missing");
        try (var record = options.open(options.folderOrDefault(), InstantSource.system())) {
            if (old != null) bringIn(record, central.get());
            var did =
                    Syncing.exchange(record, Runnable::run, PACE, SyncCommand::catchingUp)
                            .run(() -> PostgresCentral.open(central.get()));
            System.out.println(did.sent() + " sent, " + did.received() + " received.");
            return 0;
        } catch (CentralProblem e) {
            System.out.println(Sentences.of(e));
            return 1;
        }
    }

    private static void catchingUp(long position, long last) {
        if (Tty.present().isPresent()) System.err.printf("\r%,d of %,d entries …", position, last);
    }

    private void bringIn(DerbyRecord record, CentralAddress at)
            throws RecordProblem, CentralProblem {
        var bench = record.head().bench();
        var entries =
                OldMirror.entries(Objects.requireNonNull(old), options.realm()).stream()
                        .filter(e -> e.envelope().bench().equals(bench))
                        .toList();
        try (var central = PostgresCentral.open(at)) {
            var came = OldDisk.bringIn(central, entries);
            System.out.printf(
                    "%d entries of the old computer are at the centre, %d beside the record, %d could not be placed.%n",
                    came.placed(), came.beside(), came.missing());
        }
    }
}
