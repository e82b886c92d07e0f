// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.function.Consumer;
import rotable.scan.Frame;

/// Plays bytes that a scanner once sent, as they were recorded.
public final class ScannerReplay {
    /// The device that replayed frames name.
    public static final String DEVICE = "replay";

    private ScannerReplay() {}

    /// Hands out every whole message.
    ///
    /// @return how many bytes at the end were half a message, and were dropped
    /// @throws IOException when the recording can't be read
    public static int play(InputStream recording, InstantSource clock, Consumer<Frame> frames)
            throws IOException {
        var framing = new Framing(MessageEnd.ANY, false);
        var buffer = new byte[1024];
        for (int count = recording.read(buffer); count >= 0; count = recording.read(buffer))
            for (var message : framing.feed(buffer, count))
                frames.accept(new Frame(message, DEVICE, clock.instant()));
        return framing.drop();
    }
}
