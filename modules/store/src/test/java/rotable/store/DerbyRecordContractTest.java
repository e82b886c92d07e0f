// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;
import rotable.journal.Realm;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.testkit.DepotRecordContract;

/// Derby keeps what every record keeps.
class DerbyRecordContractTest implements DepotRecordContract {
    @TempDir Path folder;

    @Override
    public DepotRecord fresh() throws RecordProblem {
        var identity = new BenchIdentity(Realm.RECORD, "depot", "B1", "test");
        return DerbyRecord.open(folder, identity, InstantSource.fixed(NOW));
    }
}
