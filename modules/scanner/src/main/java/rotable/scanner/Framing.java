// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scanner;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import rotable.scan.Frame;

/// Cuts a scanner's stream of bytes into messages. CR LF is one end, wherever the stream is cut.
/// STX and empty messages are passed over.
public final class Framing {
    private static final int STX = 0x02;

    private final MessageEnd end;
    private final boolean sevenBits;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean tooLong;

    /// @param end what a message ends with
    /// @param sevenBits whether the eighth bit is noise, as with 7 data bits read as 8
    public Framing(MessageEnd end, boolean sevenBits) {
        this.end = end;
        this.sevenBits = sevenBits;
    }

    /// The messages that these bytes complete, without their ends. A message that is longer than
    /// any label comes out cut just past the limit, so that whoever reads it can say so.
    public List<byte[]> feed(byte[] bytes, int count) {
        var complete = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            int b = sevenBits ? bytes[i] & 0x7F : bytes[i] & 0xFF;
            if (end.is(b)) end(complete);
            else if (b != STX) add(b);
        }
        return complete;
    }

    private void add(int b) {
        if (tooLong) return;
        message.write(b);
        tooLong = message.size() > Frame.MAX_BYTES;
    }

    private void end(List<byte[]> complete) {
        if (message.size() > 0) complete.add(message.toByteArray());
        message.reset();
        tooLong = false;
    }

    /// Nothing came for a while. Where messages have no end, that was one.
    public List<byte[]> paused() {
        var complete = new ArrayList<byte[]>();
        if (end == MessageEnd.NONE) end(complete);
        return complete;
    }

    /// Nothing came for long, or the scanner was unplugged: half a message is never passed on.
    /// Returns how many bytes were dropped.
    public int drop() {
        int dropped = message.size();
        message.reset();
        tooLong = false;
        return dropped;
    }

    /// Whether a message has begun and not ended.
    public boolean isOpen() {
        return message.size() > 0;
    }
}
