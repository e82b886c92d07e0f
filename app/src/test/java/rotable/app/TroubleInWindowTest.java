// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.bench.BenchClock;
import rotable.bench.Link;
import rotable.bench.Word;

/// What is amiss at a bench stands in the bar at the top, all at once, at a supervisor's bench and
/// on the smallest window.
class TroubleInWindowTest {
    private static final Instant NOW = TrainingRecord.MORNING;
    private static final String TIME = "!time ";

    @TempDir Path folder;

    @Test
    void a_bench_with_every_trouble_still_shows_each() throws Exception {
        // Where labels should go lies a file.
        Files.writeString(Files.createDirectories(folder.resolve("b1")).resolve("labels"), "");
        var wall = new AtomicReference<>(NOW);
        var clock = new BenchClock(wall::get);
        clock.compare(NOW, NOW.minus(Duration.ofMinutes(125)), NOW);
        try (var window = WindowFace.open(folder.resolve("b1"), clock)) {
            // A clock that is set for a rehearsal would be compared with nothing.
            for (var line : SameFactsTest.script("straight-repair.txt"))
                if (line.startsWith(TIME)) wall.set(Instant.parse(line.substring(TIME.length())));
                else window.play(List.of(line));
            assertTrue(window.text("result").contains("was not printed"), window.text("result"));
            window.meanwhile(b -> b.hear(new Word.ScannerGone("ttyUSB0")));
            window.meanwhile(b -> b.link(new Link.Offline(NOW, "nothing answers at 10.0.0.7")));
            // A badge twice at once would be a bounce.
            window.play(List.of("RT:WHY", Terminal.LEE));
            assertTrue(window.text("who").contains("Lee"), window.text("who"));
            window.picture("32-every-trouble");
            for (var mark : List.of("scanner", "printer")) assertEquals("✖", window.text(mark));
            assertEquals("This bench’s clock is 2 h 5 min fast", words(window, "clock"));
            assertEquals("Scanner ttyUSB0 is gone", words(window, "scanner"));
            assertTrue(
                    window.text("sync").toLowerCase(Locale.ROOT).startsWith("○ offline"),
                    window.text("sync"));
        }
    }

    private static String words(WindowFace window, String id) {
        return ((Labeled) window.scene().lookup("#" + id)).getTooltip().getText();
    }
}
