// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// How much is left on the disk of a data folder. Below one mark the bench warns, below another
/// nothing more is recorded, so that what is under way can still be closed in order.
///
/// @param left how many bytes are left
/// @param warnBelow bytes
/// @param stopBelow bytes
record DiskSpace(LongSupplier left, long warnBelow, long stopBelow) {
    private static final long MEGABYTE = 1L << 20;

    /// The usual marks, 2 GB and 500 MB; the properties `rotable.disk.warn` and `rotable.disk.stop`
    /// set others, in megabytes.
    static DiskSpace of(Path folder) throws RecordProblem {
        try {
            var store = Files.getFileStore(folder);
            return new DiskSpace(
                    () -> left(store),
                    Long.getLong("rotable.disk.warn", 2048) * MEGABYTE,
                    Long.getLong("rotable.disk.stop", 500) * MEGABYTE);
        } catch (IOException e) {
            throw new RecordProblem(Kind.OTHER, String.valueOf(e.getMessage()), e);
        }
    }

    /// What is left, where that is little.
    Optional<Long> low() {
        return Optional.of(left.getAsLong()).filter(l -> l < warnBelow);
    }

    /// @throws RecordProblem when too little is left to go on
    void check() throws RecordProblem {
        var bytes = left.getAsLong();
        if (bytes < stopBelow)
            throw new RecordProblem(
                    Kind.DISK_FULL,
                    "%d MB are left of the %d that are kept free"
                            .formatted(bytes / MEGABYTE, stopBelow / MEGABYTE));
    }

    private static long left(FileStore store) {
        try {
            return store.getUsableSpace();
        } catch (IOException e) {
            // A disk that does not tell is taken to have room: the write itself will say.
            return Long.MAX_VALUE;
        }
    }
}
