// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/// One complete message of a scanner, without its terminator.
public final class Frame {
    /// The longest message that is looked at, in bytes; real labels hold up to some 3,000.
    public static final int MAX_BYTES = 8 * 1024;

    private final byte[] bytes;
    private final String device;
    private final Instant at;

    /// @param bytes what arrived, AIM identifier included
    /// @param device which scanner or channel it came from
    public Frame(byte[] bytes, String device, Instant at) {
        this.bytes = bytes.clone();
        this.device = device;
        this.at = at;
    }

    /// A frame of text.
    public static Frame of(String text, String device, Instant at) {
        return new Frame(text.getBytes(StandardCharsets.UTF_8), device, at);
    }

    public String device() {
        return device;
    }

    public Instant at() {
        return at;
    }

    /// How many bytes arrived.
    public int length() {
        return bytes.length;
    }

    /// The bytes as text; bytes that are no UTF-8 become U+FFFD.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The bytes as they go into the record, in lower-case hex.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// Whether the same bytes came from the same device.
    public boolean repeats(Frame other) {
        return Arrays.equals(bytes, other.bytes) && device.equals(other.device);
    }
}
