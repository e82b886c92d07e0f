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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;

/// Work that an inspector sends back, or a value does.
class SentBackTest {
    @TempDir Path folder;

    private void at(Terminal.Story story) throws RecordProblem, IOException {
        Terminal.at(folder, story);
    }

    @Test
    void a_rejection_sends_the_unit_back() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.tested("2026-11-20T10:00:00Z");
                    t.type("RT:REJECT", "RT:3", "RT:R:WORKMANSHIP", Terminal.KIM, "!pin 3690");
                    var why = t.last("RT:WHY");
                    assertTrue(why.toString().contains("Rejected by Kim"), why.toString());
                    assertEquals("repair", why.get("unit").get("stage").stringValue());
                    refused("nothing-done-since", t.last("RT:SIGN"));
                    t.type("RT:A:REWORK");
                    t.tested("2026-11-20T13:00:00Z");
                    t.type("RT:SIGN", Terminal.KIM);
                    assertEquals("done", outcome(t.last("!pin 3690")));
                });
    }

    @Test
    void a_unit_that_was_sent_back_to_a_stage_waits_for_what_is_done_there()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.tested("2026-11-20T10:00:00Z");
                    sentBack(t, "RT:1", "intake");
                    t.type("RT:SIGN");
                    assertEquals("done", outcome(t.last("!pin 2580")));
                    assertSigned(t);
                    sentBack(t, "RT:2", "diagnosis");
                    t.type("RT:A:REWORK");
                    t.tested("2026-11-20T13:00:00Z");
                    refused("nothing-done-since", t.last("RT:SIGN"));
                    t.type("RT:F:NO-OUTPUT");
                    assertSigned(t);
                    sentBack(t, "RT:4", "test");
                    t.type("RT:F:NO-OUTPUT");
                    refused("nothing-done-since", t.last("RT:SIGN"));
                    t.type("RT:TEST:HIPOT", "HIPOT-03", "!value 0.18 mA");
                    assertSigned(t);
                });
    }

    @Test
    void a_rejection_blocks_where_one_signature_is_enough() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA, "SN12-00001", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
                    t.type("RT:TEST", "DMM-07", "!value 5.00 V");
                    sentBack(t, "RT:4", "test");
                    assertEquals(
                            List.of("G14"), codes(t.last("RT:WHY")).stream().limit(1).toList());
                    assertEquals("refused", outcome(t.last("RT:RELEASE")));
                    t.type("RT:TEST:OUTPUT", "DMM-07", "!value 5.00 V");
                    t.type("RT:RELEASE", Terminal.LEE);
                    var released = t.last("!pin 7531");
                    assertEquals("done", outcome(released), released.toString());
                });
    }

    @Test
    void a_checklist_value_out_of_limits_is_measured_again() throws RecordProblem, IOException {
        at(
                t -> {
                    t.type(Terminal.ANA, "BL90-00001", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
                    t.type("RT:OK", "TQ-11");
                    var bad = t.last("!value 1.4 Nm");
                    assertTrue(
                            bad.get("text").stringValue().contains("not within"), bad.toString());
                    assertTrue(codes(t.last("RT:WHY")).contains("G03"));
                    t.type("RT:OK", "TQ-11", "!value 1.2 Nm");
                    var why = t.last("RT:WHY");
                    assertFalse(codes(why).contains("G03"), why.toString());
                });
    }

    private static void sentBack(Terminal t, String choice, String stage) throws IOException {
        t.type("RT:REJECT", choice, "RT:R:WORKMANSHIP", Terminal.KIM, "!pin 3690");
        assertEquals(stage, t.last("RT:WHY").get("unit").get("stage").stringValue());
    }

    private static void assertSigned(Terminal t) throws IOException {
        t.type("RT:SIGN", Terminal.KIM);
        var signed = t.last("!pin 3690");
        assertEquals("done", outcome(signed), signed.toString());
    }
}
