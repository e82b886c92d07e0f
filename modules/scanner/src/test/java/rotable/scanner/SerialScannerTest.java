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
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rotable.scan.Frame;
import rotable.scanner.SerialScanner.State;

/// A scanner on a real pseudo-terminal: split frames, bursts, junk, no end, an unplug in the middle
/// of a frame, a replug.
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

    private interface Story {
        void with(Pty pty) throws Exception;
    }

    /// A scanner that is set so, from when it is ready.
    private void plugged(String settings, Story story) throws Exception {
        try (var lane = Executors.newVirtualThreadPerTaskExecutor()) {
            var pty = new Pty();
            var scanner =
                    SerialScanner.watch(
                            SerialSettings.parse(pty.getSlaveName() + settings),
                            InstantSource.system(),
                            lane,
                            frames::add,
                            states::add);
            awaits(State.READY);
            story.with(pty);
            scanner.close();
            pty.close();
        }
    }

    @Test
    void a_burst_comes_out_frame_by_frame() throws Exception {
        plugged(
                ",115200,8N1,CRLF",
                pty -> {
                    var burst = new StringBuilder();
                    for (int i = 0; i < 300; i++) burst.append("]C0K7Q%04d\r\n".formatted(i));
                    send(pty, burst.toString());
                    for (int i = 0; i < 300; i++) assertEquals("]C0K7Q%04d".formatted(i), next());
                });
    }

    @Test
    void with_seven_bits_the_eighth_is_nothing() throws Exception {
        plugged(
                ",9600,7E1",
                pty -> {
                    send(pty, "\u00CB\u00B7\u00D10042\u008D");
                    assertEquals("K7Q0042", next());
                });
    }

    @Test
    void without_an_end_a_pause_is_one_if_it_is_set_so() throws Exception {
        plugged(
                ",NONE",
                pty -> {
                    send(pty, "]C0K7Q0042");
                    assertEquals("]C0K7Q0042", next());
                    send(pty, "]C0CB-19-00331");
                    assertEquals("]C0CB-19-00331", next());
                });
    }

    @Test
    void without_an_end_half_a_frame_is_dropped_and_told() throws Exception {
        plugged(
                "",
                pty -> {
                    send(pty, "]C0K7Q0042");
                    awaits(State.CUT_OFF);
                    send(pty, "]C0CB-19-00331\r");
                    assertEquals("]C0CB-19-00331", next());
                });
    }

    @Test
    void junk_stops_nothing() throws Exception {
        plugged(
                "",
                pty -> {
                    var junk = new byte[20_000];
                    new Random(5).nextBytes(junk);
                    send(pty, new String(junk, StandardCharsets.ISO_8859_1) + "\r");
                    send(pty, "\u0000\u0000" + "x".repeat(3 * Frame.MAX_BYTES) + "\r\n");
                    send(pty, "]C0K7Q0042\r\n");
                    var last = next();
                    for (int n = 0; n < 1_000 && !last.equals("]C0K7Q0042"); n++) last = next();
                    assertEquals("]C0K7Q0042", last);
                });
    }
}
