// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.testkit.ByHand;
import tools.jackson.databind.JsonNode;

/// Somebody changes an entry in the database: `rotable verify` names it, and its unit can't be
/// released.
class TamperedTest {
    @TempDir Path folder;

    private static String line(JsonNode answer, String criterion) {
        for (var line : answer.get("gate"))
            if (line.get("id").stringValue().equals(criterion)) return line.toString();
        return "";
    }

    private String verify() {
        var before = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertEquals(
                    1, Main.run("verify", "--rehearsal", "--data", folder.resolve("b").toString()));
            return out.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(before);
        }
    }

    // From the work to its refusal, and so longer than most.
    @Test
    void an_entry_changed_by_hand_is_named_and_its_unit_is_not_released() throws Exception {
        var data = folder.resolve("b");
        var address = new ArrayList<String>();
        Terminal.at(
                data,
                t -> {
                    t.received();
                    t.type("RT:START", "RT:TEST", "HIPOT-03");
                    var measured = t.last("!value 0.18 mA");
                    address.add(measured.get("entries").get(0).get("seq").toString());
                });
        assertEquals(1, ByHand.change(data, "0.18", "0.08"));
        var said = verify();
        assertTrue(said.contains("/" + address.getFirst() + ":"), said + address);
        assertTrue(said.contains("its text is not the one that was recorded"), said);
        try (var t = Terminal.open(data)) {
            assertEquals("problem", Terminal.outcome(t.started()), t.started().toString());
            assertTrue(
                    t.started().get("text").stringValue().contains("/" + address.getFirst() + ":"),
                    t.started().toString());
            var more = true;
            while (more) more = t.record.verifyFurther();
            var taken = t.last(Terminal.ANA, Terminal.UNIT);
            var whole = line(taken, "G25");
            assertTrue(whole.contains("\"state\":\"fails\""), whole);
            assertTrue(whole.contains("/" + address.getFirst()), whole);
            t.tested("2026-11-20T09:30:00Z");
            var refused = t.last("RT:RELEASE");
            assertEquals("refused", Terminal.outcome(refused), refused.toString());
            assertTrue(
                    refused.get("reasons").toString().contains("/" + address.getFirst()),
                    refused.toString());
        }
    }
}
