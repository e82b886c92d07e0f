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
                    t.type("CB-19-00331", "RT:UNDO");
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
                    refused("reason-too-short", t.last("!reason soon", Terminal.LEE, "!pin 7531"));
                    t.type("RT:OVERRIDE", "RT:1", "!reason The customer waits at the door");
                    t.type(Terminal.LEE, "!pin 7531");
                    assertFalse(codes(t.last("RT:WHY")).contains("G02"));
                });
    }

    @Test
    void a_rejection_sends_the_unit_back() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.tested("2026-11-20T10:00:00Z");
                    t.type("RT:REJECT", "RT:2", "RT:R:WORKMANSHIP", Terminal.KIM, "!pin 3690");
                    var why = t.last("RT:WHY");
                    assertTrue(why.toString().contains("Rejected by Kim"), why.toString());
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
