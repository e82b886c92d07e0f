// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.pty4j.unix.Pty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rotable.scan.Frame;
import rotable.scanner.SerialScanner.State;

/// A scanner on a real pseudo-terminal: split frames, an unplug in the middle of one, a replug.
@DisabledOnOs(OS.WINDOWS)
class SerialScannerTest {
    @TempDir Path folder;

    private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<State> states = new LinkedBlockingQueue<>();

    private static void send(Pty pty, String text) throws IOException {
        pty.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        pty.getOutputStream().flush();
    }

    private String next() throws InterruptedException {
        var frame = frames.poll(10, TimeUnit.SECONDS);
        assertNotNull(frame, "no frame came");
        return frame.text();
    }

    private void awaits(State wanted) throws InterruptedException {
        for (var s = states.poll(10, TimeUnit.SECONDS); ; s = states.poll(10, TimeUnit.SECONDS)) {
            assertNotNull(s, "never " + wanted);
            if (s == wanted) return;
        }
    }

    @Test
    void reads_whole_frames_and_survives_unplug_and_replug() throws Exception {
        var link = folder.resolve("scanner");
        var settings = SerialSettings.parse(link.toString());
        try (var lane = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = new Pty();
            Files.createSymbolicLink(link, Path.of(first.getSlaveName()));
            var scanner =
                    SerialScanner.watch(
                            settings, InstantSource.system(), lane, frames::add, states::add);
            awaits(State.READY);
            send(first, "]C0K7Q");
            Thread.sleep(50);
            send(first, "0042\r\n]d201095060001343");
            assertEquals("]C0K7Q0042", next());
            first.close();
            Files.delete(link);
            awaits(State.CUT_OFF);
            awaits(State.AWAITED);
            var second = new Pty();
            Files.createSymbolicLink(link, Path.of(second.getSlaveName()));
            awaits(State.READY);
            send(second, "]C0CB-19-00331\r");
            assertEquals("]C0CB-19-00331", next());
            scanner.close();
            second.close();
        }
    }
}
