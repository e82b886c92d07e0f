// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.codes;
import static rotable.app.Terminal.outcome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;
import tools.jackson.databind.JsonNode;

/// The second worked scenario: a part swapped after the pass.
class SwapAfterPassTest {
    @TempDir Path folder;

    private static JsonNode swapped(Terminal t, String swapAt) throws IOException {
        t.type("!time 2026-11-20T13:00:00Z");
        t.received();
        t.type("CB-19-00331", "CB-22-10877");
        t.tested("2026-11-20T14:02:00Z");
        t.type("!time 2026-11-20T14:10:00Z", "RT:SIGN", Terminal.KIM, "!pin 3690");
        t.type("!time " + swapAt, "F-2211", "F-2304");
        return t.last("!time 2026-11-20T14:25:00Z", "RT:RELEASE");
    }

    @Test
    void is_refused_with_exactly_three_blockers() throws RecordProblem, IOException {
        try (var terminal = Terminal.open(folder)) {
            var script = SameFactsTest.script("swap-after-pass.txt");
            var asked = script.subList(0, script.indexOf("RT:RELEASE") + 1);
            var refused = terminal.last(asked.toArray(String[]::new));
            assertEquals("refused", outcome(refused));
            assertEquals(List.of("G08", "G08", "G14"), codes(refused));
            var text = refused.get("reasons").toString();
            assertTrue(
                    text.contains("LOAD100: FAN-KIT at A2 changed 14:20, after it passed 14:02"),
                    text);
            assertTrue(
                    text.contains("BURN-IN: FAN-KIT at A2 changed 14:20, after it passed 14:02"),
                    text);
            assertTrue(!text.contains("HIPOT"), text);
        }
    }

    @Test
    void a_clock_ten_minutes_slow_does_not_defeat_it() throws RecordProblem, IOException {
        try (var terminal = Terminal.open(folder)) {
            var refused = swapped(terminal, "2026-11-20T13:55:00Z");
            assertEquals(List.of("G08", "G08", "G14"), codes(refused));
        }
    }

    @Test
    void is_released_after_retest_and_a_new_inspection() throws RecordProblem, IOException {
        try (var terminal = Terminal.open(folder)) {
            swapped(terminal, "2026-11-20T14:20:00Z");
            terminal.type("RT:TEST", "DMM-07", "!value 12.01 V", "RT:START");
            terminal.type("!time 2026-11-20T15:30:00Z", "RT:STOP");
            assertEquals(List.of("G14"), codes(terminal.last("RT:RELEASE")));
            terminal.type("RT:SIGN", Terminal.KIM, "!pin 3690", "RT:RELEASE", Terminal.LEE);
            var released = terminal.last("!pin 7531");
            assertEquals("released", released.get("unit").get("status").stringValue());
        }
    }
}
