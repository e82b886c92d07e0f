// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// How a line stands in the mirror: its length in bytes, a blank, its CRC-32 in hex, a tab, the
/// line, a line feed.
final class MirrorLine {
    private static final int LONGEST_HEAD = 20;

    private MirrorLine() {}

    static void write(String line, ByteArrayOutputStream out) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var head = bytes.length + " " + crc(bytes, 0, bytes.length) + "\t";
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.write('\n');
    }

    /// The whole lines at the beginning of some bytes.
    ///
    /// @param end how many bytes they take
    record Parsed(List<String> lines, long end) {}

    static Parsed parse(byte[] bytes) {
        var lines = new ArrayList<String>();
        int at = 0;
        while (at < bytes.length) {
            int head = tab(bytes, at);
            if (head < 0) break;
            var words = new String(bytes, at, head - at, StandardCharsets.UTF_8).split(" ");
            int length = length(words);
            int start = head + 1;
            if (length < 0 || start + length >= bytes.length || bytes[start + length] != '\n')
                break;
            if (!crc(bytes, start, length).equals(words[1])) break;
            lines.add(new String(bytes, start, length, StandardCharsets.UTF_8));
            at = start + length + 1;
        }
        return new Parsed(lines, at);
    }

    private static int length(String[] words) {
        var whole = words.length == 2 && words[0].matches("\\d{1,6}");
        return whole ? Integer.parseInt(words[0]) : -1;
    }

    private static int tab(byte[] bytes, int from) {
        for (int i = from; i < bytes.length && i < from + LONGEST_HEAD; i++)
            if (bytes[i] == '\t') return i;
        return -1;
    }

    private static String crc(byte[] bytes, int start, int length) {
        var crc = new CRC32();
        crc.update(bytes, start, length);
        return Long.toHexString(crc.getValue());
    }
}
