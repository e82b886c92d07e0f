// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.pty4j.unix.Pty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rotable.bench.Answer;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.Lanes;
import rotable.identify.Identifier;
import rotable.scanner.SerialSettings;

/// The worked scenarios through a scanner on a pseudo-terminal, on lanes as the window has them.
@DisabledOnOs(OS.WINDOWS)
class SerialBenchTest {
    @TempDir Path folder;

    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<String> recorded = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    private Answer next() throws InterruptedException {
        var answer = answers.poll(20, TimeUnit.SECONDS);
        assertNotNull(answer, "no answer came");
        answer.entries().forEach(e -> recorded.add(e.envelope().type()));
        reasons.clear();
        answer.reasons().forEach(r -> reasons.add(r.code()));
        return answer;
    }

    /// Plays a script of the console's kind: scans go through the port, the rest is typed.
    private void play(Pty port, Bench bench, BenchClock clock, List<String> lines)
            throws IOException, InterruptedException {
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("!time ")) {
                clock.set(Instant.parse(line.substring(6)));
                continue;
            }
            if (line.startsWith("!pin ")) bench.pin(line.substring(5).toCharArray());
            else if (line.startsWith("!value ")) bench.value(line.substring(7));
            else if (line.startsWith("!")) continue;
            else scan(port, line);
            next();
        }
    }

    private static void scan(Pty port, String line) throws IOException {
        var text = line.startsWith("RT:") ? Identifier.cardText(line.substring(3)) : line;
        var framed = text.startsWith("]") ? text : "]C0" + text;
        var bytes = framed.replace("\\x1d", "\u001D") + "\r\n";
        port.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        port.getOutputStream().flush();
    }

    private interface Story {
        void tell(Pty port, Bench bench, BenchClock clock) throws Exception;
    }

    private void at(Story story) throws Exception {
        var options = new DataOptions();
        options.rehearsal = true;
        var clock = new BenchClock(InstantSource.system());
        clock.set(Instant.parse("2026-11-20T08:00:00Z"));
        try (var record = options.open(folder, clock);
                var benchLane = Executors.newSingleThreadExecutor();
                var side = Executors.newVirtualThreadPerTaskExecutor()) {
            SampleDepot.setUp(record, clock.instant());
            var bench =
                    Wiring.window(
                            options,
                            record,
                            clock,
                            new LabelFiles(folder.resolve("labels")),
                            new Lanes(benchLane, side));
            bench.listen((a, s) -> answers.add(a));
            var port = new Pty();
            var settings = SerialSettings.parse(port.getSlaveName());
            var scanner = Wiring.scanner(settings, clock, side, bench);
            next();
            story.tell(port, bench, clock);
            scanner.close();
            port.close();
        }
    }

    @Test
    void the_straight_repair() throws Exception {
        var script =
                java.nio.file.Files.readAllLines(
                        Path.of(System.getProperty("rotable.root"), "docs/straight-repair.txt"));
        at(
                (port, bench, clock) -> {
                    play(port, bench, clock, script);
                    next();
                    assertEquals("label-printed", recorded.getLast());
                    assertEquals(1, recorded.stream().filter("released"::equals).count());
                });
    }

    @Test
    void a_part_swapped_after_the_pass() throws Exception {
        at(
                (port, bench, clock) -> {
                    play(port, bench, clock, SwapAfterPassTest.SCRIPT);
                    assertEquals(List.of("G08", "G08", "G14"), reasons);
                });
    }
}
