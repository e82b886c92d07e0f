// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;
import tools.jackson.databind.JsonNode;

/// The straight repair of the domain's worked scenarios, by the script that trainees get.
class StraightRepairTest {
    @TempDir Path folder;

    private static List<String> script() throws IOException {
        var root = Path.of(System.getProperty("rotable.root"));
        return Files.readAllLines(root.resolve("docs/straight-repair.txt"));
    }

    private static List<String> types(List<JsonNode> answers) {
        var types = new ArrayList<String>();
        for (var a : answers)
            if (a.has("entries"))
                a.get("entries").forEach(e -> types.add(e.get("type").stringValue()));
        return types;
    }

    @Test
    void runs_from_receipt_to_the_label_scanned_back_and_out_of_the_door()
            throws RecordProblem, IOException {
        try (var terminal = Terminal.open(folder)) {
            var answers = terminal.type(script().toArray(String[]::new));
            for (var a : answers)
                assertTrue(List.of("done", "ask").contains(outcome(a)), a.toString());
            assertEquals(EXPECTED, types(answers));
            var released = answers.getLast();
            assertEquals("released", released.get("unit").get("status").stringValue());
            released.get("gate")
                    .forEach(l -> assertTrue(!l.get("state").stringValue().equals("fails")));
            var shipped = terminal.last(label(terminal), "RT:SHIP");
            assertEquals("shipped", shipped.get("unit").get("status").stringValue());
            var times = shipped.get("unit").get("times");
            assertEquals(7200, times.get("gross").intValue());
            var sum = 0;
            for (var stage : times.get("stages")) sum += stage.intValue();
            assertEquals(7200, sum, times.toString());
            assertEquals(java.util.Optional.empty(), terminal.record.verifyChains().damage());
        }
    }

    private static final List<String> EXPECTED =
            List.of(
                    "signed-in",
                    "adopted",
                    "received",
                    "declared",
                    "declared",
                    "checked",
                    "checked",
                    "checked",
                    "intake-signed",
                    "diagnosed",
                    "removed",
                    "installed",
                    "test-begun",
                    "measured",
                    "test-ended",
                    "test-begun",
                    "measured",
                    "test-ended",
                    "test-begun",
                    "measured",
                    "test-ended",
                    "test-begun",
                    "timer-started",
                    "measured",
                    "test-ended",
                    "inspected",
                    "released",
                    "label-printed");

    /// What a scanner reads off the printed label.
    private static String label(Terminal terminal) throws IOException {
        try (var files = Files.list(terminal.labels)) {
            var code = files.filter(f -> f.toString().endsWith(".code")).findFirst().orElseThrow();
            return Files.readString(code).replace("\u001D", "\\x1d");
        }
    }

    @Test
    void takes_at_most_24_scans() throws IOException {
        var scans =
                script().stream()
                        .filter(l -> !l.isBlank() && !l.startsWith("#") && !l.startsWith("!"))
                        .count();
        // The script lacks the last one, the label scanned back.
        assertTrue(scans + 1 <= 24, scans + " scans");
    }

    @Test
    void the_golden_path_takes_at_most_12_scans() throws RecordProblem, IOException {
        try (var terminal = Terminal.open(folder)) {
            terminal.type(Terminal.ANA);
            var lines =
                    List.of(
                            "SN12-00017",
                            "RT:RECEIVE",
                            "RT:ALLOK",
                            "!pin 2580",
                            "RT:F:DRIFT",
                            "OC-100001",
                            "OC-100002",
                            "DMM-07",
                            "!value 5.01",
                            "RT:RELEASE",
                            Terminal.LEE,
                            "!pin 7531");
            var released = terminal.last(lines.toArray(String[]::new));
            assertEquals("released", released.get("unit").get("status").stringValue());
            assertEquals("done", outcome(terminal.last(label(terminal))));
            var scans = lines.stream().filter(l -> !l.startsWith("!")).count() + 1;
            assertTrue(scans <= 12, scans + " scans");
        }
    }
}
