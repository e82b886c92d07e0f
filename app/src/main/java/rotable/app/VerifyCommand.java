// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rotable.record.RecordProblem;

/// `rotable verify`: rehashes the whole journal.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies every chain of the journal and names the first bad entry.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Override
    public Integer call() throws RecordProblem {
        try (var record = options.openExisting(InstantSource.system())) {
            var verified = record.verifyChains();
            if (verified.damage().isEmpty()) {
                System.out.println(
                        verified.entries()
                                + " entries verified; the head is "
                                + record.head().hash().substring(0, 16)
                                + ".");
                return 0;
            }
            Sound.say(verified.damage().get());
            return 1;
        }
    }
}
