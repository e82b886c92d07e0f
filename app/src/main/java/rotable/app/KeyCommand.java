// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rotable.record.RecordProblem;
import rotable.sync.Fingerprint;

/// `rotable key`: what a bench shows of itself to be admitted by the centre.
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Shows the bench's public key, and its fingerprint to compare by.")
final class KeyCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Override
    public Integer call() throws RecordProblem {
        try (var record = options.open(options.folderOrDefault(), InstantSource.system())) {
            System.out.println("key          " + record.publicKey());
            System.out.println("fingerprint  " + Fingerprint.of(record.publicKey()));
            return 0;
        }
    }
}
