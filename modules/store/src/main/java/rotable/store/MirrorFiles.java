// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// The mirror in plain files, which roll over.
final class MirrorFiles implements Mirror {
    /// The name of the oldest file.
    static final String FIRST = "00000001.log";

    private final Path folder;
    private final long rollsAt;
    private final boolean damaged;
    private FileChannel channel;

    private MirrorFiles(Path folder, long rollsAt, boolean damaged, FileChannel channel) {
        this.folder = folder;
        this.rollsAt = rollsAt;
        this.damaged = damaged;
        this.channel = channel;
    }

    /// Opens the mirror in a folder for appending, cutting off a last line that was not written
    /// whole.
    ///
    /// @param rollsAt the size in bytes from which on a new file is begun
    static MirrorFiles open(Path folder, long rollsAt) throws RecordProblem {
        try {
            Files.createDirectories(folder);
            var files = files(folder);
            var last = files.isEmpty() ? file(folder, 1) : files.getLast();
            var bytes = Files.exists(last) ? Files.readAllBytes(last) : new byte[0];
            var end = MirrorLine.parse(bytes).end();
            var damaged = isInside(bytes, end);
            if (damaged) keep(last);
            return new MirrorFiles(folder, rollsAt, damaged, channel(last, end));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /// Whether further lines follow the one that is not whole: no power failure does that.
    private static boolean isInside(byte[] bytes, long end) {
        for (long i = end; i < bytes.length - 1; i++) if (bytes[(int) i] == '\n') return true;
        return false;
    }

    /// The file is kept beside as it is.
    private static void keep(Path file) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".damaged");
        Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean wasDamaged() {
        return damaged;
    }

    private static FileChannel channel(Path file, long end) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(end);
        channel.position(end);
        return channel;
    }

    private static Path file(Path folder, int number) {
        return folder.resolve("%08d.log".formatted(number));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("\\d{8}\\.log"))
                    .sorted()
                    .toList();
        }
    }

    /// The files, oldest first.
    List<Path> files() throws RecordProblem {
        try {
            return files(folder);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public int pieces() throws RecordProblem {
        return files().size();
    }

    @Override
    public List<String> lines(int piece) throws RecordProblem {
        return lines(files().get(piece));
    }

    /// The lines of one file, up to the first that is cut off or damaged.
    static List<String> lines(Path file) throws RecordProblem {
        try {
            return MirrorLine.parse(Files.readAllBytes(file)).lines();
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public void append(List<String> lines) throws RecordProblem {
        try {
            var out = new ByteArrayOutputStream();
            for (var line : lines) MirrorLine.write(line, out);
            if (channel.position() >= rollsAt) roll();
            var buffer = ByteBuffer.wrap(out.toByteArray());
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(false);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private void roll() throws IOException {
        channel.close();
        var last = files(folder).getLast().getFileName().toString();
        channel = channel(file(folder, Integer.parseInt(last.substring(0, 8)) + 1), 0);
    }

    /// The files go under a folder of their own.
    @Override
    public void setAside() throws RecordProblem {
        try {
            channel.close();
            int n = 1;
            while (Files.exists(aside(n))) n++;
            Files.move(folder, aside(n));
            Files.createDirectories(folder);
            channel = channel(file(folder, 1), 0);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private Path aside(int n) {
        return folder.resolveSibling(folder.getFileName() + "-set-aside-" + n);
    }

    private static RecordProblem problem(IOException e) {
        return new RecordProblem(kind(e), "mirror: " + e.getMessage(), e);
    }

    private static Kind kind(IOException e) {
        if (String.valueOf(e.getMessage()).contains("No space left")) return Kind.DISK_FULL;
        // What may not be written, or is something else than a folder or a file.
        return e instanceof FileSystemException ? Kind.READ_ONLY : Kind.OTHER;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger("rotable.store").log(System.Logger.Level.WARNING, "mirror", e);
        }
    }
}
