// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.codes;
import static rotable.app.Terminal.outcome;
import static rotable.app.Terminal.refused;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;

/// What is taken back, held, overridden, rejected, or ends otherwise than by a release.
class SecondThoughtsTest {
    @TempDir Path folder;

    private void at(Terminal.Story story) throws RecordProblem, IOException {
        Terminal.at(folder, story);
    }

    @Test
    void a_swap_after_the_release_voids_it() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("CB-19-00331", "CB-22-10877");
                    t.tested("2026-11-20T10:00:00Z");
                    t.type("RT:SIGN", Terminal.KIM, "!pin 3690");
                    t.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
                    assertEquals("attention", outcome(t.last("CB-22-10877")));
                    var reopened = t.last("CB-22-10877");
                    assertEquals("release-void", reopened.get("unit").get("status").stringValue());
                });
    }

    @Test
    void an_undo_is_a_further_fact_and_never_takes_back_a_signature()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    var before = t.record.head().seq();
                    t.type("CB-19-00331");
                    var undone = t.last("RT:UNDO").get("text").stringValue();
                    assertEquals("Taken back: CTRL-BD CB-19-00331 removed from A3.", undone);
                    assertEquals(before + 2, t.record.head().seq());
                    assertTrue(t.record.unit(Terminal.unit()).children().isEmpty());
                    t.type("RT:UNDO");
                    refused("nothing-to-undo", t.last("RT:UNDO"));
                });
    }

    @Test
    void a_hold_blocks_until_a_supervisor_lifts_it() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:HOLD", "RT:R:QUALITY");
                    assertTrue(codes(t.last("RT:WHY")).contains("G16"));
                    t.type("RT:UNHOLD", "RT:1", "RT:R:CLEARED");
                    refused("role-needed", t.last(Terminal.KIM));
                    t.type(Terminal.LEE, "!pin 7531");
                    assertFalse(codes(t.last("RT:WHY")).contains("G16"));
                });
    }

    @Test
    void a_soft_criterion_is_overridden_by_a_second_person() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE");
                    t.type("RT:OVERRIDE", "RT:1");
                    refused("reason-too-short", t.last("!reason soon"));
                    t.type("!reason The customer waits at the door", Terminal.LEE, "!pin 7531");
                    assertFalse(codes(t.last("RT:WHY")).contains("G02"));
                });
    }

    @Test
    void who_is_not_qualified_does_no_work_that_could_not_be_made_good()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type(Terminal.KIM);
                    refused("not-qualified", t.last("RT:A:REWORK"));
                    refused("not-qualified", t.last("RT:TEST:HIPOT", "HIPOT-03"));
                    t.type(Terminal.ANA);
                    assertEquals("done", outcome(t.last("RT:A:REWORK")));
                });
    }

    @Test
    void a_printed_label_is_not_taken_back() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.tested("2026-11-20T10:00:00Z");
                    t.type("RT:SIGN", Terminal.KIM, "!pin 3690");
                    t.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
                    refused("nothing-to-undo", t.last("RT:UNDO"));
                });
    }

    @Test
    void a_value_without_its_unit_goes_to_the_test_that_was_begun_last()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:TEST", "HIPOT-03", "DMM-07");
                    var measured = t.last("!value 12.03");
                    var runs = t.record.unit(Terminal.unit()).order().orElseThrow();
                    assertTrue(runs.runs("HIPOT").getLast().ended().isEmpty(), measured.toString());
                    assertTrue(runs.runs("LOAD100").getLast().ended().isPresent());
                });
    }

    @Test
    void a_line_of_a_checklist_is_left_out_with_a_reason_only() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE");
                    assertEquals("ask", outcome(t.last("RT:NA")));
                    assertEquals("done", outcome(t.last("!reason it came without a cover")));
                    t.type("RT:ALLOK", "!pin 2580");
                    assertFalse(codes(t.last("RT:WHY")).contains("G03"));
                    var checks = t.record.unit(Terminal.unit()).order().orElseThrow().checks();
                    assertEquals(
                            java.util.Optional.of("it came without a cover"),
                            checks.values().iterator().next().reason());
                });
    }

    @Test
    void a_run_ends_without_a_result_and_a_passed_test_is_run_again()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:TEST", "HIPOT-03");
                    assertEquals("ask", outcome(t.last("RT:CANCEL")));
                    assertEquals("done", outcome(t.last("RT:1")));
                    t.tested("2026-11-20T10:00:00Z");
                    var again = t.last("RT:TEST");
                    assertEquals("ask", outcome(again), again.toString());
                    t.type("RT:1", "HIPOT-03");
                    var failed = t.last("!value 1.20 mA");
                    assertEquals("attention", outcome(failed), failed.toString());
                    var said = failed.get("text").stringValue();
                    assertTrue(said.contains("1.20 mA") && said.contains("FAIL"), said);
                    var runs = t.record.unit(Terminal.unit()).order().orElseThrow().runs("HIPOT");
                    assertEquals(3, runs.size());
                });
    }

    @Test
    void who_answered_a_checklist_does_not_inspect() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.KIM, Terminal.UNIT, "RT:RECEIVE", "RT:OK", Terminal.ANA);
                    t.type("RT:ALLOK", "!pin 2580", "RT:F:NFF");
                    t.tested("2026-11-20T10:00:00Z");
                    t.type("RT:SIGN");
                    refused("needs-another-person", t.last(Terminal.KIM));
                });
    }

    @Test
    void a_unit_can_go_back_unrepaired() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:UNREPAIRED", "RT:R:COSTS", Terminal.LEE);
                    var ended = t.last("!pin 7531");
                    assertEquals("unrepaired", ended.get("unit").get("status").stringValue());
                    assertEquals("done", outcome(t.last("RT:SHIP")));
                });
    }

    @Test
    void an_unreadable_component_is_removed_with_a_reason_and_dispositioned()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:NOLABEL", "RT:3", "RT:R:LABEL-GONE", "CB-22-10877");
                    assertTrue(codes(t.last("RT:WHY")).contains("G05"));
                });
    }

    @Test
    void a_position_stays_open_only_with_leave() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("CB-19-00331");
                    assertTrue(codes(t.last("RT:WHY")).contains("G04"));
                    t.type("RT:NA", "RT:R:NO-STOCK", Terminal.LEE, "!pin 7531");
                    assertFalse(codes(t.last("RT:WHY")).contains("G04"));
                });
    }
}
