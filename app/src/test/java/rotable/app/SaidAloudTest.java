// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.outcome;

import org.junit.jupiter.api.Test;

/// What the bench says where silence would mislead whoever works.
class SaidAloudTest extends AtATerminal {
    @Test
    void what_is_asked_when_a_unit_is_put_aside_is_dropped_aloud() throws Exception {
        terminal.type(Terminal.ANA);
        terminal.type(Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:NOTE");
        var aside = terminal.last("RT:PARK");
        assertEquals("parked", aside.get("entries").get(0).get("type").stringValue());
        assertEquals(
                "K7Q0042 is put aside, and the question that was open is dropped.", text(aside));
        assertEquals("refused", outcome(terminal.last("!reason seal broken")));
        terminal.type(Terminal.UNIT);
        assertEquals("K7Q0042 is put aside.", text(terminal.last("RT:PARK")));
    }

    @Test
    void whoever_signs_in_hears_which_unit_is_in_hand() throws Exception {
        terminal.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "RT:LOCK");
        assertEquals("Ana signed in; K7Q0042 is in hand.", text(terminal.last(Terminal.ANA)));
    }

    @Test
    void no_pin_is_no_wrong_pin() throws Exception {
        terminal.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK");
        assertEquals("No PIN was typed.", text(terminal.last("!pin")));
        assertEquals("Wrong PIN. Tries left: 9.", text(terminal.last("!pin 1111")));
    }

    @Test
    void a_test_with_a_timer_asks_for_no_value() throws Exception {
        terminal.type(Terminal.ANA);
        terminal.type(Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        terminal.type("RT:TEST", "HIPOT-03");
        var begun = terminal.last("RT:TEST:BURN-IN");
        assertEquals("BURN-IN begun.", text(begun), begun.toString());
        assertTrue(begun.toString().contains("RT:START starts its timer"), begun.toString());
    }
}
