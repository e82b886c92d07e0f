// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.damage.KeyboardLayout;
import rotable.fact.Evidence.How;
import rotable.fact.IntakeFact;
import rotable.fact.RepairFact;
import rotable.fact.Subject;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.journal.ReferenceFile;
import tools.jackson.databind.JsonNode;

/// Serials that are typed because they can't be scanned: known ones confirmed, new ones typed twice
/// and compared with those they may have been meant for.
class ManualEntryTest {
    private static final String WHY = " the label is scratched";
    private static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU-480-R3"), "K7Q0042");

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private Terminal terminal;

    @BeforeEach
    void open() throws Exception {
        terminal = Terminal.open(folder);
        terminal.type(Terminal.ANA);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    private static String text(JsonNode answer) {
        return answer.get("text").stringValue();
    }

    private static List<String> choices(JsonNode answer) {
        return StreamSupport.stream(answer.get("choices").spliterator(), false)
                .map(c -> c.get("text").stringValue())
                .toList();
    }

    private void known(String serial) throws Exception {
        terminal.type(serial, "RT:RECEIVE", "RT:PARK");
    }

    private void publish(String reference) throws Exception {
        var read = ReferenceFile.read(reference);
        assertEquals(List.of(), read.problems());
        var now = Instant.parse("2026-11-20T08:00:00Z");
        assertEquals(List.of(), Importer.publish(terminal.record, read, "kim", now));
    }

    @Test
    void a_new_serial_is_typed_twice() throws Exception {
        var first = terminal.last("!typed K7Q0042" + WHY);
        assertEquals("K7Q0042 is new here.", text(first));
        assertEquals(
                "K7Q0042, PSU-480-R3: new to this depot.", text(terminal.last("!typed K7Q0042")));
        terminal.type("RT:RECEIVE");
        var received =
                terminal.record.about(Subject.of(UNIT)).stream()
                        .filter(r -> r.fact() instanceof IntakeFact.Received)
                        .map(r -> ((IntakeFact.Received) r.fact()).evidence())
                        .toList();
        assertEquals(How.TYPED, received.getFirst().how());
        assertEquals("the label is scratched", received.getFirst().reason().orElseThrow());
    }

    @Test
    void two_that_differ_are_refused_with_the_place() throws Exception {
        terminal.type("!typed K7Q0042" + WHY);
        var second = terminal.last("!typed K7Q0024");
        assertEquals("The two differ at character 6: K7Q0042 and K7Q0024.", text(second));
        assertEquals("K7Q0024 is new here.", text(terminal.last("!typed K7Q0024" + WHY)));
    }

    @Test
    void a_scan_in_between_ends_the_typing() throws Exception {
        terminal.type("!typed K7Q0042" + WHY);
        assertEquals("K7Q0043, PSU-480-R3: new to this depot.", text(terminal.last("K7Q0043")));
    }

    @Test
    void a_known_serial_is_shown_and_confirmed() throws Exception {
        known("K7Q0042");
        var shown = terminal.last("!typed K7Q0042" + WHY);
        assertEquals("K7Q0042: is it this one?", text(shown));
        assertEquals(List.of("PSU-480-R3 K7Q0042", "None of these"), choices(shown));
        assertEquals("K7Q0042", terminal.last("RT:1").get("unit").get("serial").stringValue());
    }

    @Test
    void a_new_serial_that_looks_like_a_known_one_is_asked_about() throws Exception {
        known("K5Q0042");
        var asked = terminal.last("!typed K5O0042" + WHY);
        assertEquals("K5O0042 is new, but looks like a unit that is known.", text(asked));
        assertEquals(List.of("PSU-480-R3 K5Q0042", "K5O0042, as it was typed"), choices(asked));
        assertEquals("K5O0042 is new here.", text(terminal.last("RT:2")));
        assertEquals(
                "K5O0042, PSU-480-R3: new to this depot.", text(terminal.last("!typed K5O0042")));
    }

    @Test
    void exchanged_characters_are_asked_about_where_that_is_rarely_false() throws Exception {
        known("K7Q0142");
        var asked = terminal.last("!typed K7Q0412" + WHY);
        assertTrue(text(asked).contains("two characters the other way round"), text(asked));
        assertEquals("K7Q0142", terminal.last("RT:1").get("unit").get("serial").stringValue());
    }

    @Test
    void exchanged_characters_are_not_asked_about_in_a_running_range() throws Exception {
        for (int i = 0; i < 60; i++) known("K7Q%04d".formatted(i));
        assertEquals("K7Q0060 is new here.", text(terminal.last("!typed K7Q0060" + WHY)));
    }

    @Test
    void what_was_pending_is_pending_again_when_the_typing_is_settled() throws Exception {
        known("K7Q0043");
        terminal.type(
                Terminal.UNIT, "RT:RECEIVE", "!rma 1", "!fault dead", "RT:ALLOK", "!pin 2580");
        terminal.type("RT:F:NO-OUTPUT", "CB-19-00331", "CB-22-10877", "RT:TEST");
        var asked = terminal.last("!typed K7Q0043" + WHY);
        assertEquals("K7Q0043: is it this one?", text(asked));
        assertEquals("Cancelled.", text(terminal.last("RT:2")));
        var equipment = terminal.last("HIPOT-03");
        assertEquals("ask", equipment.get("outcome").stringValue(), text(equipment));
    }

    @Test
    void a_text_of_two_equal_halves_is_typed_as_it_is() throws Exception {
        assertEquals("K7Q0K7Q0 is not known here.", text(terminal.last("!typed K7Q0K7Q0" + WHY)));
    }

    @Test
    void the_depot_can_turn_that_off_for_a_part() throws Exception {
        publish(policy(false, false));
        known("K7Q0142");
        assertEquals("K7Q0412 is new here.", text(terminal.last("!typed K7Q0412" + WHY)));
    }

    @Test
    void what_a_scanner_typed_on_another_layout_is_told_from_typing() throws Exception {
        var french =
                KeyboardLayout.all().stream()
                        .filter(l -> l.name().equals("French"))
                        .findFirst()
                        .orElseThrow();
        var told = terminal.last("!typed " + french.type("]d2010950600013435221K7Q0042"));
        assertTrue(text(told).startsWith("A scanner typed this."), text(told));
        assertTrue(text(told).contains("French"), text(told));
    }

    @Test
    void an_unknown_text_is_met_with_what_may_have_been_meant() throws Exception {
        known("K7Q0042");
        var asked = terminal.last("!typed K7Q042" + WHY);
        assertEquals("K7Q042 is not known here. Was one of these meant?", text(asked));
        assertEquals(List.of("PSU-480-R3 K7Q0042", "None of these"), choices(asked));
        assertEquals(
                "not-known",
                terminal.last("!typed ZZZ" + WHY).get("reasons").get(0).get("code").stringValue());
    }

    @Test
    void a_part_that_must_be_scanned_is_blocked_until_it_is() throws Exception {
        publish(policy(true, true));
        terminal.type("!typed K7Q0042" + WHY, "!typed K7Q0042");
        var received = terminal.last("RT:RECEIVE");
        assertEquals("fails", identity(received));
        var scanned = terminal.last("K7Q0042");
        assertEquals("The serial K7Q0042 is read.", text(scanned));
        assertEquals("holds", identity(scanned));
        assertEquals("already", terminal.last("K7Q0042").get("outcome").stringValue());
    }

    @Test
    void a_component_whose_label_is_gone_is_typed_twice_and_marked() throws Exception {
        terminal.type(
                Terminal.UNIT, "RT:RECEIVE", "!rma 1", "!fault dead", "RT:ALLOK", "!pin 2580");
        terminal.type("RT:F:NO-OUTPUT", "CB-19-00331");
        assertEquals("CB-22-10877 is new here.", text(terminal.last("!typed CB-22-10877" + WHY)));
        var installed = terminal.last("!typed CB-22-10877");
        assertEquals("done", installed.get("outcome").stringValue(), text(installed));
        var evidence =
                terminal.record.about(Subject.of(UNIT)).stream()
                        .map(r -> r.fact())
                        .filter(RepairFact.Installed.class::isInstance)
                        .map(f -> ((RepairFact.Installed) f).evidence())
                        .toList();
        assertEquals(How.TYPED, evidence.getFirst().how());
        assertEquals("the label is scratched", evidence.getFirst().reason().orElseThrow());
    }

    private static String identity(JsonNode answer) {
        for (var line : answer.get("gate"))
            if (line.get("id").stringValue().equals("G01")) return line.get("state").stringValue();
        throw new AssertionError("no G01");
    }

    private static String policy(boolean scanOnly, boolean transpositions) {
        return """
                {"version": 1, "effective": "2026-01-01", "reason": "ours", "entryPolicies": [
                 {"part": "ACME/PSU-480-R3", "scanOnly": %s, "transpositions": %s}]}
                """
                .formatted(scanOnly, transpositions);
    }
}
