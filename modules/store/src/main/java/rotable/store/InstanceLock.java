// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// Keeps a second Rotable off the same data folder, by a lock outside the database's own.
final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    static InstanceLock take(Path file) throws RecordProblem {
        try {
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse();
            }
            var pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
            return new InstanceLock(channel);
        } catch (OverlappingFileLockException e) {
            throw inUse();
        } catch (java.nio.file.AccessDeniedException
                | java.nio.file.ReadOnlyFileSystemException e) {
            throw new RecordProblem(Kind.READ_ONLY, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new RecordProblem(Kind.OTHER, String.valueOf(e.getMessage()), e);
        }
    }

    private static RecordProblem inUse() {
        return new RecordProblem(Kind.IN_USE, "another Rotable works on this data folder");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger("rotable.store").log(System.Logger.Level.WARNING, "lock", e);
        }
    }
}
