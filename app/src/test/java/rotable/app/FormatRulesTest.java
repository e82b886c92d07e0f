// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.journal.ReferenceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Format rules of makers: tried out, published, refused, in force from a day on; and `rotable
/// identify` as a user calls it.
class FormatRulesTest {
    @TempDir Path folder;

    private record Said(int code, String out, String err) {}

    private static Said run(String input, String... args) {
        var before = System.out;
        var beforeErr = System.err;
        var beforeIn = System.in;
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            int code = Main.run(args);
            return new Said(
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(beforeErr);
            System.setIn(beforeIn);
        }
    }

    /// A rule of NORTE: N, year and week, four digits with a Luhn digit after them.
    private Path rules(String effective, String pattern, String more) throws IOException {
        return Files.writeString(
                folder.resolve("formats.json"),
                """
                {"version": 1, "effective": "%s", "reason": "as NORTE writes it", "formats": [
                 {"id": "NORTE-1", "maker": "ACME", "part": "ACME/PSU-480-R3",
                  "pattern": "%s"%s}]}
                """
                        .formatted(effective, pattern, more));
    }

    private static List<String> published(Terminal terminal, Path file) throws Exception {
        var read = ReferenceFile.read(Files.readString(file));
        var now = Instant.parse("2026-11-20T08:00:00Z");
        return Importer.publish(terminal.record, read, "kim", now).stream()
                .map(p -> "line " + p.line() + ": " + p.why())
                .toList();
    }

    @Test
    void a_rule_is_tried_before_it_is_published() throws IOException {
        var file =
                rules(
                        "2026-01-01",
                        "N(?P<date>\\\\d{4})(?P<serial>\\\\d{4})(?P<check>\\\\d)",
                        ", \"dateCode\": \"YYWW\", \"check\": {\"scheme\": \"luhn\", \"over\":"
                                + " [\"serial\", \"check\"]}, \"matches\": [\"N240100422\"]");
        var said =
                run(
                        "N240100422\nN240100423\nN245400422\n",
                        "identify",
                        "--json",
                        "--rules",
                        file.toString());
        var lines = said.out().lines().map(new JsonMapper()::readTree).toList();
        assertEquals("supplier", lines.get(0).get("scheme").stringValue());
        assertEquals("0042", lines.get(0).get("unit").get("serial").stringValue());
        assertEquals("2024-01-01", lines.get(0).get("unit").get("produced").stringValue());
        assertEquals("NORTE-1", lines.get(0).get("rule").stringValue());
        assertEquals("plain", lines.get(1).get("scheme").stringValue());
        assertEquals("plain", lines.get(2).get("scheme").stringValue());
    }

    @Test
    void a_rule_that_could_run_for_ever_is_refused_with_its_line() throws Exception {
        var file = rules("2026-01-01", "(?P<serial>(A+)+)B", ", \"matches\": [\"AAB\"]");
        try (var terminal = Terminal.open(folder.resolve("depot"))) {
            var wrong = published(terminal, file);
            assertTrue(
                    wrong.getFirst().startsWith("line 2: format NORTE-1: the pattern could run"),
                    wrong.toString());
        }
        var tried = run("", "identify", "--rules", file.toString(), "AAB");
        assertTrue(tried.err().contains("could run for ever"), tried.err());
        assertTrue(tried.out().startsWith("certain  plain"), tried.out());
    }

    @Test
    void a_rule_is_in_force_from_its_day_and_the_bench_reads_by_it() throws Exception {
        var rule = "N(?P<date>\\\\d{4})(?P<serial>\\\\d{5})";
        var examples = ", \"matches\": [\"N240100422\"]";
        try (var terminal = Terminal.open(folder.resolve("depot"))) {
            terminal.type(Terminal.ANA);
            assertEquals("not-known", reason(terminal.last("N240100422")));
            assertEquals(List.of(), published(terminal, rules("2099-01-01", rule, examples)));
            assertEquals("not-known", reason(terminal.last("N240100422")), "not yet");
            assertEquals(List.of(), published(terminal, rules("2026-11-01", rule, examples)));
            var unit = terminal.last("N240100422").get("unit");
            assertEquals("00422", unit.get("serial").stringValue());
            assertEquals("PSU-480-R3", unit.get("part").stringValue());
            assertEquals(
                    List.of(),
                    published(
                            terminal, rules("2026-11-02", rule, examples + ", \"active\": false")));
            assertEquals("not-known", reason(terminal.last("N240100422")), "retired");
        }
    }

    @Test
    void a_rule_that_makes_known_units_collide_names_them() throws Exception {
        try (var terminal = Terminal.open(folder.resolve("depot"))) {
            var digits = ", \"matches\": [\"7\"]";
            assertEquals(
                    List.of(),
                    published(terminal, rules("2026-01-01", "(?P<serial>\\\\d+)", digits)));
            terminal.type(Terminal.ANA, "0042", "RT:RECEIVE", "RT:PARK", "42", "RT:RECEIVE");
            var zeros = digits + ", \"normalise\": [\"NO_LEADING_ZEROS\"]";
            assertEquals(
                    List.of(
                            "line 2: format NORTE-1: the known units 0042 and 42 would both be read as 42"),
                    published(terminal, rules("2026-02-01", "(?P<serial>\\\\d+)", zeros)));
        }
    }

    @Test
    void of_two_versions_for_one_day_the_later_one_holds() throws Exception {
        var rule = "N(?P<serial>\\\\d{5})";
        var examples = ", \"matches\": [\"N00422\"]";
        try (var terminal = Terminal.open(folder.resolve("depot"))) {
            terminal.type(Terminal.ANA);
            assertEquals(List.of(), published(terminal, rules("2026-11-01", rule, examples)));
            assertEquals("00422", terminal.last("N00422").get("unit").get("serial").stringValue());
            var retired = examples + ", \"active\": false";
            assertEquals(List.of(), published(terminal, rules("2026-11-01", rule, retired)));
            assertEquals("not-known", reason(terminal.last("N00422")));
        }
    }

    // The file is part of it, and so longer than most.
    @Test
    void what_is_wrong_with_one_rule_leaves_the_others() throws IOException {
        var file = folder.resolve("several.json");
        Files.writeString(
                file,
                """
                {"version": 1, "effective": "2026-01-01", "reason": "r", "formats": [
                 {"id": "R1", "maker": "ACME", "part": "ACME/P1", "pattern": "A(?P<serial>[0-9]+)",
                  "matches": ["A1"]},
                 {"id": "R2", "maker": "ACME", "part": "ACME/P1", "pattern": "B(?P<serial>[0-9]+)",
                  "matches": ["B1"], "colour": 1},
                 {"id": "R3", "maker": "ACME", "part": "ACME/P1", "matches": ["B1"]},
                 {"id": "R4", "maker": "ACME", "part": "ACME/P1", "pattern": "C(?P<serial>[0-9]+)",
                  "normalise": ["LOUD"], "matches": ["C1"]},
                 {"id": "R1", "maker": "ACME", "part": "ACME/P1", "pattern": "D(?P<serial>[0-9]+)",
                  "matches": ["D1"]}]}
                """);
        var said = run("A1\nB1\nD1\n", "identify", "--rules", file.toString());
        assertEquals(
                List.of("certain  plain  A1", "certain  plain  B1"),
                said.out().lines().limit(2).toList());
        assertTrue(said.out().lines().toList().get(2).startsWith("certain  supplier"), said.out());
        var due =
                List.of(
                        "line 4: nothing is called colour",
                        "line 6: pattern is missing",
                        "line 7: normalise: LOUD is none of [UPPER_CASE, NO_BLANKS,",
                        "format R1 stands there twice; the last is used");
        assertEquals(due, due.stream().filter(said.err()::contains).toList(), said.err());
    }

    private static String reason(JsonNode answer) {
        return answer.get("reasons").get(0).get("code").stringValue();
    }

    @Test
    void identify_answers_each_line_with_one() {
        var said = run("K7Q0042\n\n]d2010950600013435321A\n", "identify");
        assertEquals(3, said.out().lines().count(), said.out());
        assertEquals(0, said.code());
        var held = run("", "identify", "--as", "gs1-bracketed", "--no-companions", "(10)12\\(3");
        assertEquals("certain  gs1-bracketed  lot 12(3  (10)12(3\n", held.out());
        assertEquals(2, run("", "identify", "--as", "gs2", "x").code());
        assertEquals(2, run("", "identify", "--check", "gs2", "x").code());
        var check = run("", "identify", "--check", "luhn", "490154203237518", "490154203237519");
        assertEquals(
                "luhn 490154203237518: holds\nluhn 490154203237519: does not hold\n", check.out());
    }
}
