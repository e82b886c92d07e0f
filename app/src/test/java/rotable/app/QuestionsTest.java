// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.codes;
import static rotable.app.Terminal.outcome;
import static rotable.app.Terminal.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rotable.fact.CustodyFact;
import rotable.fact.Evidence.How;
import rotable.fact.IntakeFact;
import rotable.fact.Subject;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import tools.jackson.databind.JsonNode;

/// What the bench asks back about a label: what may come in between, and what stays in the record
/// of the answer.
class QuestionsTest extends AtATerminal {
    private static final String WHY = " the label is scratched";

    /// A serial that is none of the part's.
    private static final String MISPRINT = "]d2010950600013435221K7Q42\\x1d240PSU-480-R3";

    private static List<String> types(JsonNode answer) {
        var types = new ArrayList<String>();
        if (answer.has("entries"))
            for (var e : answer.get("entries")) types.add(e.get("type").stringValue());
        return types;
    }

    private List<CustodyFact.IdentityRead> readings() throws RecordProblem {
        return terminal.record.about(Subject.of(Terminal.unit())).stream()
                .map(r -> r.fact())
                .filter(CustodyFact.IdentityRead.class::isInstance)
                .map(CustodyFact.IdentityRead.class::cast)
                .toList();
    }

    @Test
    void a_serial_that_breaks_its_parts_rule_is_confirmed_and_that_is_recorded() throws Exception {
        terminal.type(Terminal.ANA);
        var asked = terminal.last(MISPRINT);
        assertEquals("ask", outcome(asked), asked.toString());
        assertEquals(
                "PSU-480-R3 K7Q42, a new one",
                asked.get("choices").get(0).get("text").stringValue());
        assertEquals("K7Q42, PSU-480-R3: new to this depot.", text(terminal.last("RT:1")));
        terminal.type("RT:RECEIVE");
        var unit = terminal.record.unitsWithSerial("K7Q42").getFirst();
        var evidence =
                terminal.record.about(Subject.of(unit)).stream()
                        .filter(r -> r.fact() instanceof IntakeFact.Received)
                        .map(r -> ((IntakeFact.Received) r.fact()).evidence())
                        .findFirst()
                        .orElseThrow();
        assertEquals(How.SCANNED, evidence.how());
        assertEquals("confirmed as PSU-480-R3 K7Q42", evidence.reason().orElseThrow());
    }

    @Test
    void nothing_is_done_to_the_unit_in_hand_while_a_label_is_asked_about() throws Exception {
        terminal.type(Terminal.ANA);
        terminal.type(Terminal.UNIT, "RT:RECEIVE", MISPRINT);
        refused("question-open", terminal.last("RT:ALLOK"));
        refused("question-open", terminal.last("RT:HOLD"));
        refused("question-open", terminal.last("!value 5"));
        assertTrue(codes(terminal.last("RT:WHY")).contains("G02"));
        assertEquals("Cancelled.", text(terminal.last("RT:2")));
        assertFalse(codes(terminal.last("RT:ALLOK")).contains("question-open"));
    }

    @Test
    void a_question_leaves_alone_what_the_label_was_scanned_into() throws Exception {
        terminal.received();
        terminal.type("RT:TEST", MISPRINT);
        // What was open before is shown again.
        assertEquals("HIPOT is taken with: HIPOT.", text(terminal.last("RT:CANCEL")));
        assertEquals(
                "equipment HIPOT", terminal.last("RT:WHY").get("expects").get(0).stringValue());
        terminal.type("!typed K7Q0099" + WHY, "!typed K7Q0077" + WHY);
        assertEquals(
                "equipment HIPOT", terminal.last("RT:WHY").get("expects").get(0).stringValue());
    }

    @Test
    void another_label_takes_the_place_of_the_question() throws Exception {
        terminal.type(Terminal.ANA);
        terminal.type(MISPRINT);
        assertEquals("K7Q0042, PSU-480-R3: new to this depot.", text(terminal.last(Terminal.UNIT)));
        refused("nothing-pending", terminal.last("RT:1"));
    }

    @Test
    void a_known_serial_that_is_typed_leaves_its_mark_and_no_doubt_about_what_was_scanned()
            throws Exception {
        terminal.type(Terminal.ANA);
        terminal.type(Terminal.UNIT, "RT:RECEIVE", "RT:PARK");
        terminal.type("!typed K7Q0042" + WHY);
        var taken = terminal.last("RT:1");
        assertEquals(List.of("identity-read", "taken-in-hand"), types(taken));
        var evidence = readings().getFirst().evidence();
        assertEquals(How.TYPED, evidence.how());
        assertEquals("the label is scratched", evidence.reason().orElseThrow());
        var order = terminal.record.unit(Terminal.unit()).order().orElseThrow();
        assertEquals(How.SCANNED, order.evidence().how());
    }

    @Test
    void answers_count_on_and_name_every_entry_once() throws Exception {
        terminal.type(Terminal.ANA);
        var answers =
                terminal.type(Terminal.UNIT, "RT:RECEIVE", "RT:PARK", "K7Q0043", "RT:RECEIVE");
        answers = new ArrayList<>(answers);
        answers.addAll(terminal.type("RT:HOLD", Terminal.UNIT, "RT:CONFIRM"));
        assertEquals(List.of("parked", "taken-in-hand"), types(answers.getLast()));
        long n = answers.getFirst().get("n").longValue();
        long seq = 0;
        for (var a : answers) {
            assertEquals(n++, a.get("n").longValue(), a.toString());
            if (!a.has("entries")) continue;
            for (var e : a.get("entries")) {
                var next = e.get("seq").longValue();
                assertTrue(seq == 0 || next == seq + 1, a.toString());
                seq = next;
            }
        }
    }

    @Test
    void a_component_of_another_unit_does_not_come_out_of_this_one_unasked() throws Exception {
        terminal.received();
        terminal.type("CB-19-00331", "CB-22-10877", "RT:PARK");
        terminal.type("K8Q0001", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        var asked = terminal.last("CB-22-10877");
        assertEquals("ask", outcome(asked), asked.toString());
        assertEquals(
                "According to the record CTRL-BD CB-22-10877 is installed in K7Q0042 at A3.",
                text(asked));
        assertEquals("Cancelled.", text(terminal.last("RT:2")));
        terminal.type("CB-22-10877", "RT:1");
        assertEquals(List.of("removed"), types(terminal.last("!reason it was in there")));
        // What came out can't be believed; that the position is open can.
        assertTrue(codes(terminal.last("RT:WHY")).containsAll(List.of("G04", "G05")));
        var removed = terminal.record.unit(UnitId.parse("ACME/PSU-480-R3/K8Q0001"));
        var fact = removed.orders().getFirst().removals().getFirst().fact();
        assertEquals(Optional.empty(), fact.child());
        assertEquals(Optional.of("its label reads CB-22-10877: it was in there"), fact.reason());
        var component = terminal.record.unit(UnitId.parse("ACME/CTRL-BD/CB-22-10877"));
        assertEquals("K7Q0042", component.installedIn().orElseThrow().parent().serial());
    }

    @Test
    void what_was_thought_to_be_there_is_free_once_something_else_came_out() throws Exception {
        terminal.received();
        terminal.type("CB-19-00331", "CB-22-10877", "RT:NOLABEL", "RT:3", "RT:R:LABEL-GONE");
        terminal.type("CB-22-10878", "RT:PARK", "K8Q0001", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        assertEquals(List.of("removed"), types(terminal.last("CB-18-00100")));
        assertEquals(List.of("installed"), types(terminal.last("CB-22-10877")));
        var component = terminal.record.unit(UnitId.parse("ACME/CTRL-BD/CB-22-10877"));
        assertEquals("K8Q0001", component.installedIn().orElseThrow().parent().serial());
        assertFalse(codes(terminal.last("RT:WHY")).contains("G04"));
    }

    @Test
    void a_unit_that_was_taken_in_hand_by_mistake_is_put_down_again() throws Exception {
        terminal.type(Terminal.ANA);
        terminal.type(Terminal.UNIT, "RT:RECEIVE", "RT:PARK", Terminal.UNIT);
        var undone = terminal.last("RT:UNDO");
        assertEquals("Taken back: K7Q0042 is in hand.", text(undone));
        assertFalse(undone.has("unit"), undone.toString());
    }

    @Test
    void small_letters_are_offered_as_the_serial_they_may_be() throws Exception {
        terminal.type(Terminal.ANA);
        var asked = terminal.last("!typed k7q0042" + WHY);
        assertEquals("k7q0042 is not known here. Was one of these meant?", text(asked));
        assertEquals(
                "PSU-480-R3 K7Q0042, a new one",
                asked.get("choices").get(0).get("text").stringValue());
        assertEquals("K7Q0042 is new here.", text(terminal.last("RT:1")));
        assertEquals(
                "K7Q0042, PSU-480-R3: new to this depot.", text(terminal.last("!typed k7q0042")));
    }
}
