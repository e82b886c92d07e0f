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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;
import tools.jackson.databind.JsonNode;

/// What goes wrong at a bench: each has its sentence and its next step, and nothing is recorded
/// that did not happen.
// Some twenty small stories of one kind: longer than most.
// One refusal after the other, and so longer than most.
class RefusalsTest {
    @TempDir Path folder;

    private void at(Terminal.Story story) throws RecordProblem, IOException {
        Terminal.at(folder, story);
    }

    @Test
    void an_unknown_badge() throws RecordProblem, IOException {
        at(t -> refused("unknown-badge", t.last(stranger())));
    }

    private static String stranger() {
        return rotable.identity.OwnId.make(rotable.identity.OwnId.Kind.BADGE, "KB", 1, 77);
    }

    @Test
    void a_scan_before_anybody_signed_in() throws RecordProblem, IOException {
        at(t -> refused("sign-in-first", t.last(Terminal.UNIT)));
    }

    @Test
    void a_damaged_card_and_a_damaged_badge() throws RecordProblem, IOException {
        at(
                t -> {
                    assertEquals("unreadable", outcome(t.last("BG-KA-2224-K")));
                    t.type(Terminal.ANA);
                    assertEquals("unreadable", outcome(t.last("RT:RELEASE-Q")));
                });
    }

    @Test
    void a_damaged_label_is_never_guessed() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA);
                    for (var bad :
                            List.of(
                                    "]d2010950600013435321K7Q0042",
                                    "]d2010950600013",
                                    "]d2019506000134352",
                                    "[)>\\x1e0\\x1d1PPSU-480-R3",
                                    "K7Q\\x0042",
                                    "]d2010950600013435221" + "K".repeat(40)))
                        assertEquals("unreadable", outcome(t.last(bad)), bad);
                });
    }

    @Test
    void a_second_open_order_names_the_first() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:PARK", "RT:RECEIVE");
                    var second = t.last(Terminal.UNIT);
                    refused("order-already-open", second);
                    var unit = t.record.unit(Terminal.unit());
                    var order = unit.openOrder().orElseThrow();
                    assertTrue(second.get("text").stringValue().contains(order.id().value()));
                    // What can't be received is not in hand either: nothing is recorded of that.
                    assertFalse(second.has("unit"), second.toString());
                    assertTrue(order.taken().isEmpty());
                });
    }

    @Test
    void a_typed_serial_needs_its_reason_and_is_marked() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA);
                    refused("reason-needed", t.last("!typed K7Q0042"));
                    t.type("!typed K7Q0042 the label is scratched", "!typed K7Q0042");
                    t.type("RT:RECEIVE");
                    var how = t.record.unit(Terminal.unit()).order().orElseThrow().evidence().how();
                    assertEquals(rotable.fact.Evidence.How.TYPED, how);
                });
    }

    @Test
    void a_wrong_pin_counts_down_and_locks_across_a_restart() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK");
                    refusedPin("Tries left: 9.", t.last("!pin 1111"));
                    for (int i = 0; i < 4; i++) t.type("!pin 1111");
                    assertEquals(List.of("pin-waits"), codes(t.last("!pin 2580")));
                });
        at(
                t -> {
                    t.type(Terminal.ANA, "RT:ALLOK");
                    assertEquals(List.of("pin-waits"), codes(t.last("!pin 2580")));
                    var late = t.last("!time 2026-11-20T08:01:00Z", "!pin 2580");
                    assertEquals("done", outcome(late), late.toString());
                });
    }

    @Test
    void the_tenth_wrong_pin_locks_until_a_supervisor_gives_new_tries()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK");
                    for (int i = 1; i < 10; i++)
                        assertEquals(
                                List.of("wrong-pin"),
                                codes(
                                        t.last(
                                                "!time 2026-11-20T%02d:00:00Z".formatted(8 + i),
                                                "!pin 1111")));
                    var locked = t.last("!time 2026-11-20T20:00:00Z", "!pin 1111");
                    assertEquals(List.of("pin-locked"), codes(locked), locked.toString());
                    assertEquals(
                            List.of("pin-locked"),
                            codes(t.last("!time 2026-11-21T20:00:00Z", "!pin 2580")));
                    t.type("RT:CANCEL", Terminal.LEE, "RT:UNLOCK", Terminal.ANA);
                    t.type(Terminal.ANA, "RT:ALLOK");
                    assertEquals("done", outcome(t.last("!pin 2580")));
                });
    }

    private static void refusedPin(String text, JsonNode answer) {
        assertEquals(List.of("wrong-pin"), codes(answer));
        assertTrue(answer.get("text").stringValue().contains(text), answer.toString());
    }

    @Test
    void a_pin_never_reaches_the_answers_or_the_journal() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK");
                    var answers = t.type("!pin 864209", "!pin 2580").toString();
                    var journal = new StringBuilder();
                    t.record.lines(l -> journal.append(l).append("\n"));
                    assertFalse(answers.contains("864209") || journal.indexOf("864209") >= 0);
                    // 2580 may stand in a hash by chance, but not as a value of its own.
                    assertFalse(answers.contains("\"2580\"") || journal.indexOf("\"2580\"") >= 0);
                });
    }

    @Test
    void a_component_that_does_not_match_names_both() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("CB-19-00331", "CB-22-10877");
                    var asked = t.last("CB-19-00999");
                    assertEquals("ask", outcome(asked));
                    var text = asked.get("text").stringValue();
                    assertTrue(text.contains("CB-22-10877") && text.contains("CB-19-00999"), text);
                    assertEquals(2, asked.get("choices").size());
                    t.type("RT:1");
                    t.type("CB-22-20000");
                    assertTrue(codes(t.last("RT:WHY")).contains("G05"));
                    t.type("RT:ACCEPT", "RT:R:FOUND-SO", Terminal.LEE, "!pin 7531");
                    assertFalse(codes(t.last("RT:WHY")).contains("G05"));
                });
    }

    @Test
    void a_component_installed_elsewhere_is_taken_only_with_a_supervisor()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("CB-19-00331", "CB-22-10877", "RT:PARK");
                    t.type("K8Q0001", "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "CB-19-00400");
                    var asked = t.last("CB-22-10877");
                    assertEquals("ask", outcome(asked), asked.toString());
                    assertTrue(asked.get("text").stringValue().contains("K7Q0042"));
                    var done = t.last("RT:1", "RT:R:URGENT", Terminal.LEE, "!pin 7531");
                    assertEquals("done", outcome(done), done.toString());
                    var other = t.last(Terminal.UNIT, "RT:WHY");
                    assertTrue(codes(other).contains("G04"), other.toString());
                });
    }

    @Test
    void a_scan_that_means_nothing_here() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    refused("not-expected", t.last("PWR-BD"));
                    refused("not-known", t.last("4006381333931"));
                });
    }

    @Test
    void values_out_of_limits_fail_and_wrong_units_are_refused() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:TEST", "HIPOT-03");
                    refused("other-unit-of-measure", t.last("!value 0.18 A"));
                    refused("not-a-number", t.last("!value much"));
                    var failed = t.last("!value 0.51 mA");
                    assertTrue(failed.get("text").stringValue().contains("FAIL"));
                    assertTrue(codes(t.last("RT:WHY")).contains("G07"));
                    t.type("RT:TEST", "HIPOT-03");
                    var edge = t.last("!value 0.50 mA");
                    assertTrue(edge.get("text").stringValue().contains("PASS"));
                });
    }

    @Test
    void equipment_out_of_calibration_or_of_another_kind() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:TEST:LOAD100");
                    refused("equipment-overdue", t.last("DMM-03"));
                    refused("equipment-of-other-kind", t.last("HIPOT-03"));
                    assertEquals("ask", outcome(t.last("DMM-07")));
                });
    }

    @Test
    void another_units_label_is_caught() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("CB-19-00331", "CB-22-10877");
                    t.tested("2026-11-20T10:00:00Z");
                    t.type("RT:SIGN", Terminal.KIM, "!pin 3690");
                    t.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
                    refused(
                            "label-of-other-unit",
                            t.last(
                                    "]d2010950600013435221K8Q0001\\x1d240PSU-480-R3\\x1d91RL-KA-2222-2\\x1d920123456789abcdef"));
                    refused(
                            "label-of-other-release",
                            t.last(
                                    "]d2010950600013435221K7Q0042\\x1d240PSU-480-R3\\x1d91RL-KA-2222-2\\x1d920123456789abcdef"));
                    refused("label-not-confirmed", t.last("RT:SHIP"));
                });
    }

    @Test
    void old_and_new_of_one_lot_read_alike() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    assertEquals("done", outcome(t.last("F-2211")));
                    var installed = t.last("F-2211");
                    assertEquals(
                            "installed", installed.get("entries").get(0).get("type").stringValue());
                });
    }

    @Test
    void after_a_restart_the_bench_is_where_it_was() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("CB-19-00331", "RT:START");
                });
        at(
                t -> {
                    var there = t.last(Terminal.ANA);
                    assertEquals("K7Q0042", there.get("unit").get("serial").stringValue());
                    assertEquals("component", there.get("expects").get(0).stringValue());
                });
    }

    @Test
    void after_a_restart_a_released_unit_still_waits_for_its_label()
            throws RecordProblem, IOException {
        var code = new ArrayList<String>();
        at(
                t -> {
                    t.received();
                    t.tested("2026-11-20T10:00:00Z");
                    t.type("RT:SIGN", Terminal.KIM, "!pin 3690");
                    t.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
                    code.add(t.label(t.record.unit(Terminal.unit()).order().orElseThrow()));
                });
        at(
                t -> {
                    var there = t.last(Terminal.ANA);
                    assertEquals("K7Q0042", there.get("unit").get("serial").stringValue());
                    assertEquals("label", there.get("unit").get("stage").stringValue());
                    var applied = t.last(code.getFirst());
                    assertEquals("done", outcome(applied), applied.toString());
                    assertEquals("shipping", applied.get("unit").get("stage").stringValue());
                });
    }

    @Test
    void hostile_text_is_harmless() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    for (var bad : List.of("^XA^FO0^FDx^XZ", "=cmd|' /C calc'!A0", "\\x00\\x1b[2J"))
                        assertTrue(List.of("refused", "unreadable").contains(outcome(t.last(bad))));
                    assertEquals("unreadable", outcome(t.last("x".repeat(10_000_000))));
                    assertEquals("refused", outcome(t.last("!note a\u0001b")));
                    assertEquals("done", outcome(t.last("!note ^XA =1+1")));
                });
    }
}
