// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.file.Path;
import rotable.record.RecordProblem;

/// What the record of a bench stands on.
///
/// @param unlock lets another program on it
record Ground(
        Runnable unlock, Database database, Mirror mirror, BenchKey key, DiskSpace space, Ids ids)
        implements AutoCloseable {
    private static final long MIRROR_ROLLS_AT = 4L << 20;

    /// What lies in a data folder.
    static Ground in(Path folder, InstanceLock lock) throws RecordProblem {
        return new Ground(
                lock::close,
                DerbyDatabase.open(folder.resolve("db")),
                MirrorFiles.open(folder.resolve("mirror"), MIRROR_ROLLS_AT),
                BenchKey.in(folder),
                DiskSpace.of(folder),
                Ids.system());
    }

    @Override
    public void close() {
        mirror.close();
        database.close();
        unlock.run();
    }
}
