// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
import rotable.journal.Entry;
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
        } catch (NotItsDisk e) {
            System.out.println("Nothing was brought in or exchanged: " + e.getMessage() + ".");
            return 1;
        } catch (CentralProblem e) {
            System.out.println(Sentences.of(e));
            return 1;
        }
    }

    private static void catchingUp(long position, long last) {
        if (Tty.present().isPresent()) System.err.printf("\r%,d of %,d entries …", position, last);
    }

    /// What the old computer's disk still has. That nothing was found must not be taken for nothing
    /// being there: the disk would be thrown away.
    private List<Entry> entries(Path folder, String bench) throws RecordProblem, NotItsDisk {
        if (!Files.isDirectory(folder)) throw new NotItsDisk("there is no folder " + folder);
        if (folder.toAbsolutePath().normalize().equals(own()))
            throw new NotItsDisk(folder + " is the data folder of this computer itself");
        var all = OldMirror.entries(folder, options.realm());
        if (all.isEmpty())
            throw new NotItsDisk("in " + folder + " there is no mirror, or none that can be read");
        var its = all.stream().filter(e -> e.envelope().bench().equals(bench)).toList();
        if (its.isEmpty())
            throw new NotItsDisk(
                    folder
                            + " is not of "
                            + bench
                            + ": the mirror in it is of "
                            + all.getFirst().envelope().bench());
        return its;
    }

    private Path own() {
        return options.folderOrDefault().toAbsolutePath().normalize();
    }

    /// The folder is not what it was said to be.
    private static final class NotItsDisk extends Exception {
        private static final long serialVersionUID = 1;

        NotItsDisk(String why) {
            super(why);
        }
    }

    private void bringIn(DerbyRecord record, CentralAddress at)
            throws RecordProblem, CentralProblem, NotItsDisk {
        var entries = entries(Objects.requireNonNull(old), record.head().bench());
        try (var central = PostgresCentral.open(at)) {
            var came = OldDisk.bringIn(central, entries);
            System.out.printf(
                    "%d entries of the old computer are at the centre, %d beside the record, %d could not be placed.%n",
                    came.placed(), came.beside(), came.missing());
        }
    }
}
