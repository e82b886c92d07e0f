// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rotable.exchange.CentralProblem;
import rotable.record.RecordProblem;
import rotable.sync.PostgresCentral;

/// `rotable sync`: one exchange with the centre, for a bench whose window is closed.
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Sends what the depot's centre lacks and takes in what others sent, once.")
final class SyncCommand implements Callable<Integer> {
    private static final int SLICE = 1_000;

    @Mixin private DataOptions options = new DataOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws RecordProblem {
        var central = options.central();
        if (central.isEmpty())
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(), "--central is missing");
        try (var record = options.open(options.folderOrDefault(), InstantSource.system())) {
            var did =
                    Syncing.exchange(record, Runnable::run, SLICE)
                            .run(() -> PostgresCentral.open(central.get()));
            System.out.println(did.sent() + " sent, " + did.received() + " received.");
            return 0;
        } catch (CentralProblem e) {
            System.out.println(Sentences.of(e));
            return 1;
        }
    }
}
