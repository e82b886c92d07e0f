// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rotable.label.Note;

/// What a scanner's self-test says of scanners that are set wrongly.
class SelfTestTest {
    private static final String WHOLE = "]d1" + SelfTest.SYMBOL;

    private static List<String> codes(String received, boolean terminated) {
        return SelfTest.diagnose(received, terminated).stream().map(Note::code).toList();
    }

    @Test
    void a_scanner_that_is_set_right_has_nothing_to_mend() {
        assertEquals(List.of(), codes(WHOLE, true));
        assertEquals(List.of(), codes(WHOLE.replace("\u0004", ""), true), "no layout delivers EOT");
    }

    @Test
    void each_fault_is_named() {
        assertEquals(List.of("test-no-suffix"), codes(WHOLE, false));
        assertEquals(List.of("test-no-aim"), codes(SelfTest.SYMBOL, true));
        assertEquals(List.of("sent-twice"), codes(WHOLE + WHOLE, true));
        assertEquals(
                List.of("test-separators-lost"),
                codes(WHOLE.replaceAll("[\u001D\u001E\u0004]", ""), true));
        assertEquals(
                List.of("separators-written"),
                codes(WHOLE.replace("\u001D", "<GS>").replace("\u001E", "<RS>"), true));
        assertEquals(List.of("test-differs"), codes("]C0K7Q0042", true));
    }

    @Test
    void each_layout_is_named() {
        for (var layout : KeyboardLayout.all()) {
            var notes = SelfTest.diagnose(layout.type(WHOLE), true);
            assertEquals("typed-on-layout", notes.getFirst().code(), layout.name());
            assertTrue(notes.getFirst().text().contains(layout.name()), notes.toString());
        }
    }

    @Test
    void caps_lock_is_told_from_a_layout() {
        var swapped = new StringBuilder();
        for (char c : WHOLE.toCharArray())
            swapped.append(
                    Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        assertEquals(List.of("test-caps-lock"), codes(swapped.toString(), true));
    }
}
