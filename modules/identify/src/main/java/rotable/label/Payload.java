// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// What a scanner delivered for one label, byte for byte: the evidence behind every reading.
public final class Payload {
    /// The longest payload that is read, in bytes; the largest symbols hold some 3,000.
    public static final int MAX_BYTES = 8 * 1024;

    private final byte[] bytes;
    private final String text;

    /// @param bytes the label's data with the AIM identifier, without the scanner's terminator
    public Payload(byte[] bytes) {
        this.bytes = bytes.clone();
        this.text = new String(bytes, StandardCharsets.UTF_8);
    }

    /// A payload of text.
    public static Payload of(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes as text; bytes that are no UTF-8 become U+FFFD.
    public String text() {
        return text;
    }

    /// How many bytes it has.
    public int length() {
        return bytes.length;
    }

    /// The bytes in lower-case hex.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload p && Arrays.equals(bytes, p.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text;
    }
}
