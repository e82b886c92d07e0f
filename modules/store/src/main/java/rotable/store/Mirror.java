// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// The journal's lines once more in a plain file, forced to the disk before anybody sees "done":
/// the witness of what the database should hold. Each line stands as its length in bytes, its
/// CRC-32 in hex, and itself.
final class Mirror implements AutoCloseable {
    private final Path file;
    private FileChannel channel;

    private Mirror(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Opens the file for appending, cutting off a last line that was not written whole.
    static Mirror open(Path file) throws RecordProblem {
        try {
            var whole = Files.exists(file) ? wholeBytes(file) : 0;
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
            return new Mirror(file, channel);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /// The lines of a mirror, up to the first that is cut off or damaged.
    static List<String> read(Path file) throws RecordProblem {
        try {
            return Files.exists(file) ? parse(Files.readAllBytes(file)).lines() : List.of();
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private static long wholeBytes(Path file) throws IOException {
        return parse(Files.readAllBytes(file)).end();
    }

    private record Parsed(List<String> lines, long end) {}

    private static Parsed parse(byte[] bytes) {
        var lines = new ArrayList<String>();
        int at = 0;
        while (at < bytes.length) {
            int head = indexOf(bytes, (byte) '\t', at);
            if (head < 0) break;
            var words = new String(bytes, at, head - at, StandardCharsets.UTF_8).split(" ");
            int length =
                    words.length == 2 && words[0].matches("\\d{1,6}")
                            ? Integer.parseInt(words[0])
                            : -1;
            int start = head + 1;
            if (length < 0 || start + length >= bytes.length || bytes[start + length] != '\n')
                break;
            if (!crc(bytes, start, length).equals(words[1])) break;
            lines.add(new String(bytes, start, length, StandardCharsets.UTF_8));
            at = start + length + 1;
        }
        return new Parsed(lines, at);
    }

    private static int indexOf(byte[] bytes, byte wanted, int from) {
        for (int i = from; i < bytes.length && i < from + 20; i++) if (bytes[i] == wanted) return i;
        return -1;
    }

    private static String crc(byte[] bytes, int start, int length) {
        var crc = new CRC32();
        crc.update(bytes, start, length);
        return Long.toHexString(crc.getValue());
    }

    /// Appends lines and forces them to the disk.
    void append(List<String> lines) throws RecordProblem {
        try {
            var out = new java.io.ByteArrayOutputStream();
            for (var line : lines) {
                var bytes = line.getBytes(StandardCharsets.UTF_8);
                var head = bytes.length + " " + crc(bytes, 0, bytes.length) + "\t";
                out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
                out.writeBytes(bytes);
                out.write('\n');
            }
            var buffer = ByteBuffer.wrap(out.toByteArray());
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(false);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /// Puts the file aside, under a name of its own, and begins a new one with these lines.
    void setAside(List<String> lines) throws RecordProblem {
        try {
            channel.close();
            int n = 1;
            while (Files.exists(aside(n))) n++;
            Files.move(file, aside(n));
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw problem(e);
        }
        append(lines);
    }

    private Path aside(int n) {
        return file.resolveSibling("mirror-set-aside-" + n + ".log");
    }

    private static RecordProblem problem(IOException e) {
        var full = String.valueOf(e.getMessage()).contains("No space left");
        return new RecordProblem(
                full ? Kind.DISK_FULL : Kind.OTHER, "mirror: " + e.getMessage(), e);
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
