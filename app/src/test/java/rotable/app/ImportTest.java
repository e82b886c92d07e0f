// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.identity.AssetId;
import rotable.identity.Child;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.PositionId;
import rotable.people.Role;
import rotable.record.RecordProblem;
import rotable.reference.Reference;

/// `rotable import` on files as people write them, good and bad.
// What people get wrong in files and on the command line, and so longer than most.
class ImportTest {
    @TempDir Path folder;

    private record Said(int code, String text) {}

    private Said run(String... args) {
        var before = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return new Said(Main.run(args), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private Said load(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        return run("import", "--data", folder.resolve("data").toString(), file.toString());
    }

    private Reference reference() throws RecordProblem {
        try (var record = new DataOptions().open(folder.resolve("data"), InstantSource.system())) {
            return record.reference();
        }
    }

    // One table after the other, and so longer than most.
    @Test
    void tables_are_published_whole() throws IOException, RecordProblem {
        var parts =
                """
                id,description,revision,tracking,positions,affects,ownRelease,serialPattern
                ACME/FAN-KIT,Fan kit,A,LOT,,LOAD100;BURN-IN,no,F-\\d{4}
                ACME/PSU,"Power supply, 480 W",3,SERIAL,A2=ACME/FAN-KIT,,no,
                """;
        assertEquals(0, load("parts.csv", parts).code());
        var people =
                """
                id,name,badge,roles,qualifications,active
                ana,Ana,BG-KA-2224-J,TECHNICIAN;RELEASER,REPAIR:*:2030-12-31;TEST:ACME/PSU:2028-01-31,yes
                """;
        assertEquals(0, load("people.csv", people).code());
        assertEquals(
                0,
                load("shelfLives.csv", "part,mark,until\nACME/FAN-KIT,F-2304,2027-01-31\n").code());
        assertEquals(
                0,
                load(
                                "equipment-2026.csv",
                                "id,kind,description,due\nDMM-07,DMM,Multimeter,2026-12-01\n")
                        .code());
        var r = reference();
        var psu = r.part(new PartId("ACME", "PSU")).orElseThrow();
        assertEquals("Power supply, 480 W", psu.description());
        assertEquals(
                List.of(new PartId("ACME", "FAN-KIT")),
                psu.position(new PositionId("A2")).orElseThrow().accepts());
        var ana = r.person(new PersonId("ana")).orElseThrow();
        assertTrue(ana.is(Role.RELEASER) && ana.active());
        assertEquals(2, ana.qualifications().size());
        var lot = new Child.Lot(new PartId("ACME", "FAN-KIT"), "F-2304");
        assertEquals(LocalDate.parse("2027-01-31"), r.shelfLife(lot).orElseThrow());
        assertEquals("DMM", r.equipment(new AssetId("DMM-07")).orElseThrow().kind());
    }

    @Test
    void every_bad_row_is_named_by_its_line_and_nothing_is_taken()
            throws IOException, RecordProblem {
        var people =
                """
                id,name,badge,roles,qualifications,active
                ana,Ana,BG-KA-2224-J,TECHNICIAN,,yes
                raj,Raj,BG-KA-2225-G,WIZARD,,yes
                kim,Kim,BG-KA-2226-E,INSPECTOR,TEST,perhaps
                """;
        var said = load("people.csv", people);
        assertEquals(1, said.code());
        assertTrue(said.text().contains("people.csv, line 3: "), said.text());
        assertTrue(said.text().contains("people.csv, line 4: "), said.text());
        assertTrue(said.text().contains("nothing was published"), said.text());
        assertTrue(reference().people().isEmpty());
    }

    @Test
    void a_row_that_does_not_fit_the_rest_is_named_too() throws IOException, RecordProblem {
        var parts =
                """
                id,description,revision,tracking,positions,ownRelease
                ACME/PSU,Power supply,3,SERIAL,A2=ACME/UNKNOWN,no
                """;
        var said = load("parts.csv", parts);
        assertTrue(
                said.text()
                        .contains(
                                "parts.csv, line 2: ACME/PSU: position A2 accepts unknown"
                                        + " ACME/UNKNOWN"),
                said.text());
        assertTrue(reference().parts().isEmpty());
    }

    @Test
    void what_is_missing_is_named_and_a_spreadsheets_mark_does_no_harm()
            throws IOException, RecordProblem {
        var none = load("none.json", "{\"version\": 1, \"effective\": null, \"reason\": \"x\"}");
        assertTrue(none.text().contains("line 1: effective is not a date"), none.text());
        var code =
                """
                {"version": 1, "effective": "2026-01-01", "reason": "x",
                 "benches": [{"bench": "B2"},
                  null]}
                """;
        var said = load("benches.json", code);
        assertTrue(said.text().contains("line 2: "), said.text());
        assertTrue(said.text().contains("line 3: not an object"), said.text());
        var marked = load("benches.csv", "\uFEFFbench,code\nB2,KB\n");
        assertEquals(0, marked.code(), marked.text());
        var people =
                "id,name,badge,roles,qualifications,active\nana,Ana,BG-KA-2224-J,TECHNICIAN,,\n";
        assertTrue(load("people.csv", people).text().contains("active: yes or no is missing"));
    }

    @Test
    void a_table_of_something_else_is_refused_by_name() throws IOException {
        var said = load("recipes.csv", "id\n1\n");
        assertTrue(said.text().contains("must begin with one of benches, codes"), said.text());
    }

    @Test
    void a_criteria_set_that_names_what_can_not_be_evaluated_is_not_published()
            throws IOException, RecordProblem {
        var json =
                """
                {"version": 1, "effective": "2026-01-01", "reason": "test",
                 "criteria": [
                  {"id": "CS-1", "criteria": ["G01", "G17"], "steps": [], "tests": [],
                   "software": [], "dualSignOff": false, "regulated": false}
                 ]}
                """;
        var said = load("set.json", json);
        assertTrue(
                said.text().contains("set.json, line 3: CS-1: criterion G17 can't be evaluated"),
                said.text());
        assertTrue(reference().sets().isEmpty());
    }

    // One mistake a line, and so longer than most.
    @Test
    void what_could_never_be_met_or_means_two_things_is_not_published()
            throws IOException, RecordProblem {
        var json =
                """
                {"version": 1, "effective": "2026-01-01", "reason": "test",
                 "equipment": [{"id": "DMM-1", "kind": "DMM", "description": "x", "due": "2026-12-01"}],
                 "criteria": [
                  {"id": "CS-1", "criteria": ["G01", "G01"], "steps": [], "software": ["1.0"], "tests": [{"id": "T", "title": "t", "measures": [{"name": "m", "source": "INSTRUMENT", "unit": "V", "low": "5", "high": "1", "allowed": []}]}], "dualSignOff": false, "regulated": false}
                 ],
                 "parts": [
                  {"id": "ACME/A", "description": "a", "revision": "A", "tracking": "SERIAL", "gtin": "09506000134352", "positions": [{"id": "P1", "accepts": ["ACME/A"]}, {"id": "P1", "accepts": ["ACME/B"]}], "ownRelease": false, "affects": ["X"]},
                  {"id": "ACME/B", "description": "b", "revision": "A", "tracking": "SERIAL", "gtin": "09506000134352", "positions": [], "ownRelease": false},
                  {"id": "ACME/C", "description": "c", "revision": "A", "tracking": "SERIAL", "gtin": "09506000134353", "positions": [], "ownRelease": false}
                 ],
                 "outOfTolerance": [{"asset": "DMM-9", "since": "2026-01-01"}]}
                """;
        var said = load("wrong.json", json).text();
        for (var must :
                List.of(
                        "line 4: CS-1: criterion G01 stands there twice",
                        "line 4: CS-1: test T, m: the low limit 5 is above the high limit 1",
                        "line 4: CS-1: it names software, and none of its tests reads",
                        "line 7: ACME/A: position P1 stands there twice",
                        "line 7: ACME/A: position P1 accepts the part itself",
                        "line 7: ACME/A: affects X, which no set tests",
                        "line 8: ACME/B: GTIN 09506000134352 belongs to ACME/A",
                        "line 9: ACME/C: GTIN 09506000134353 has a wrong check digit",
                        "line 11: equipment DMM-9 is not known"))
            assertTrue(said.contains(must), must + " in " + said);
        assertTrue(reference().parts().isEmpty());
    }

    @Test
    void what_can_not_be_read_is_told_in_the_words_of_the_file() throws IOException {
        var json =
                """
                {"version": 1, "effective": "2026-01-01", "reason": "test",
                 "equipment": [{"id": "DMM-1", "kind": "DMM", "description": "x", "due": "2026-13-01"}],
                 "criteria": [
                  {"id": "CS-2", "criteria": ["G01"], "steps": [], "software": [], "tests": [{"id": "T", "title": "t", "measures": []}], "dualSignOff": false, "regulated": false}
                 ]}
                """;
        var said = load("unreadable.json", json).text();
        assertTrue(said.contains("line 2: due: 2026-13-01 is not a date such as"), said);
        assertTrue(said.contains("line 4: tests: test T has no measure"), said);
        assertFalse(said.contains("rotable."), said);
    }

    @Test
    void mistakes_in_json_are_named_by_their_lines() throws IOException {
        var json =
                """
                {"version": 1, "effective": "2026-01-01", "reason": "test",
                 "equipment": [
                  {"id": "DMM-07", "kind": "DMM", "description": "x", "due": "soon"},
                  {"id": "DMM-08", "kind": "DMM", "descripton": "x", "due": "2026-12-01"}
                 ],
                 "poeple": []}
                """;
        var said = load("all.json", json);
        assertTrue(said.text().contains("all.json, line 3: "), said.text());
        assertTrue(said.text().contains("all.json, line 4: "), said.text());
        assertTrue(said.text().contains("all.json, line 6: nothing is called poeple"), said.text());
        var cut = load("cut.json", "{\"version\": 1,\n \"equipment\": [\n");
        assertTrue(cut.text().contains("cut.json, line 3: "), cut.text());
        assertTrue(load("none.json", "[]").text().contains("line 1: not a JSON object"));
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        var said =
                run(
                        "import",
                        "--data",
                        folder.resolve("data").toString(),
                        folder.resolve("gone.csv").toString());
        assertTrue(said.text().contains("gone.csv can't be read"), said.text());
    }

    @Test
    void what_an_entry_policy_leaves_out_is_as_without_one() throws IOException, RecordProblem {
        var parts = "id,description,revision,tracking,ownRelease\nACME/PSU,PSU,3,SERIAL,no\n";
        assertEquals(0, load("parts.csv", parts).code());
        assertEquals(0, load("entryPolicies.csv", "part,scanOnly\nACME/PSU,yes\n").code());
        var policy = reference().entryPolicy(new PartId("ACME", "PSU"));
        assertTrue(policy.scanOnly());
        assertTrue(policy.transpositions());
    }

    @Test
    void semicolons_separate_columns_where_no_comma_does() throws IOException, RecordProblem {
        assertEquals(0, load("benches.csv", "bench;code\nB7;QT\n").code());
        assertEquals(Set.of("B7"), reference().benches().keySet());
    }

    private void told(String text, String name, String... why) throws IOException {
        var said = load(name, text);
        var file = folder.resolve(name);
        assertEquals(1, said.code());
        var expected = new StringBuilder();
        for (var w : why) expected.append(file).append(", line 1: ").append(w).append('\n');
        expected.append(file).append(": nothing was published.\n");
        expected.append("What it refers to is looked at once all of it can be read.\n");
        assertEquals(expected.toString(), said.text());
    }

    @Test
    void a_mistake_is_told_once_and_in_the_words_of_the_file() throws IOException {
        told("{\"version\": 1, \"eff", "a.json", "the file ends before it is complete");
        var head = "{\"version\": 1, \"reason\": \"r\", ";
        told(
                head + "\"effective\": \"2026-13-01\"}",
                "b.json",
                "effective: 2026-13-01 is not a date such as 2026-01-31");
        told(
                head + "\"effective\": \"2026-01-31\", \"peeple\": [{\"id\": \"x\"}]}",
                "c.json",
                "nothing is called peeple");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_named() throws IOException {
        var said =
                load(
                        "equipment.csv",
                        """
                        asset;kind;description;due
                        DMM-08;DMM;"Multimeter;2027-01-31
                        DMM-09;DMM;Multimeter;2027-01-31
                        """);
        assertEquals(1, said.code());
        assertTrue(said.text().contains("line 2: a quotation mark is opened here"), said.text());
    }

    @Test
    void a_file_that_is_none_is_told_so() throws IOException {
        var data = folder.resolve("data").toString();
        var none = folder.resolve("none.json");
        assertEquals(
                none + " can't be read: there is no such file.\n",
                run("import", "--data", data, none.toString()).text());
        var latin = "bench;code\nB7;Q\u00C4\n".getBytes(StandardCharsets.ISO_8859_1);
        var file = Files.write(folder.resolve("benches.csv"), latin);
        var said = run("import", "--data", data, file.toString()).text();
        assertTrue(said.startsWith(file + ", line 2: it is not text in UTF-8\n"), said);
    }

    /// Of two dates of one calibration nobody can say which was meant.
    @Test
    void what_stands_there_twice_is_not_published() throws IOException {
        var said =
                load(
                        "equipment.csv",
                        """
                        id,kind,description,due
                        FL-1,FLOW,x,2026-01-01
                        FL-1,FLOW,y,2027-12-31
                        """);
        assertEquals(1, said.code());
        assertTrue(said.text().contains("line 3: equipment FL-1 stands there twice"), said.text());
    }

    /// Orders are pinned to a version: what was asked of them then stays what it was.
    @Test
    void a_version_of_a_criteria_set_is_never_another_one() throws IOException {
        var set =
                """
                {"version": 1, "effective": "2026-01-01", "reason": "test", "criteria": [
                  {"id": "CS-2", "criteria": ["G01", "G02"], "steps": [], "software": [], "tests": [], "dualSignOff": false, "regulated": false}]}
                """;
        assertEquals(0, load("a.json", set).code(), load("a.json", set).text());
        assertEquals(0, load("same.json", set).code());
        var other = load("other.json", set.replace("\"G01\", \"G02\"", "\"G01\""));
        assertEquals(1, other.code());
        assertTrue(
                other.text().contains("CS-2 is published as version 1 with other content"),
                other.text());
    }

    @Test
    void a_badge_without_its_check_character_is_told_with_it() throws IOException {
        var head = "id,name,badge,roles,qualifications,active\n";
        var said =
                load(
                        "people.csv",
                        head + "max,Max,BG-KA-2224,TECHNICIAN,REPAIR:A/B:2030-12-31,yes\n");
        assertTrue(
                said.text().contains("BG-KA-2224 is not sound, BG-KA-2224-J would be"),
                said.text());
        assertTrue(said.text().contains("max: qualified for unknown A/B"), said.text());
        var none = load("people.csv", head + "max,Max,4711,TECHNICIAN,,yes\n");
        assertTrue(none.text().contains("such as BG-KA-2224-J"), none.text());
    }

    @Test
    void a_row_with_a_cell_too_many_is_named_by_its_line() throws IOException {
        var said = load("benches.csv", "bench,code\nB7,QT\nB8,QU,x\n");
        assertEquals(1, said.code());
        assertTrue(said.text().contains("line 3: it has 3 cells, the first line 2"), said.text());
    }

    @Test
    void only_somebody_known_publishes() throws IOException {
        var file = Files.writeString(folder.resolve("benches.csv"), "bench,code\nB7,QT\n");
        var data = folder.resolve("data").toString();
        var said = run("import", "--data", data, "--by", "nobody", file.toString());
        assertEquals(new Said(1, "There is nobody called nobody here, or no longer.\n"), said);
    }

    private Said failing(String... args) {
        var before = System.err;
        var err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return new Said(Main.run(args), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void looking_at_a_record_makes_none() {
        var data = folder.resolve("data");
        for (var verb : List.of("verify", "rebuild", "cards")) {
            var said = failing(verb, "--data", data.toString());
            assertEquals(1, said.code());
            assertEquals(
                    "There is no record in "
                            + data
                            + ". Name the bench's data folder with --data.\n",
                    said.text());
        }
        assertFalse(Files.exists(data));
    }

    @Test
    void an_option_before_the_verb_is_refused_and_not_dropped() {
        var said = failing("--data", folder.toString(), "verify");
        assertEquals(2, said.code());
        assertTrue(said.text().startsWith("--data goes behind verify\n"), said.text());
    }
}
