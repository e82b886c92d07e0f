// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rotable.record.RecordProblem;

/// `rotable rebuild`: drops the read models and folds the journal anew.
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Drops all read models and folds the journal anew; the state stays the same.")
final class RebuildCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Override
    public Integer call() throws RecordProblem {
        try (var record = options.openExisting(InstantSource.system())) {
            var before = record.stateHash();
            record.rebuild();
            var after = record.stateHash();
            var same = before.equals(after);
            System.out.println("before " + before + "\nafter  " + after);
            // What is only this bench's own, such as who mistyped a PIN, is not in it.
            System.out.println("depot  " + record.centralHash());
            System.out.println(same ? "The state is the same." : "The state was not the same.");
            return same && Sound.said(record) ? 0 : 1;
        }
    }
}
