// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rotable.scan.Frame;

class FramingTest {
    private static List<String> feed(Framing framing, String... chunks) {
        var out = new ArrayList<String>();
        for (var chunk : chunks) {
            var bytes = chunk.getBytes(StandardCharsets.ISO_8859_1);
            for (var m : framing.feed(bytes, bytes.length))
                out.add(new String(m, StandardCharsets.ISO_8859_1));
        }
        return out;
    }

    @Test
    void every_usual_end_ends_a_message_and_CR_LF_is_one() {
        var framing = new Framing(MessageEnd.ANY, false);
        assertEquals(
                List.of("A", "B", "C", "D", "E"), feed(framing, "A\rB\nC\r\nD\t\u0002E\u0003"));
    }

    @Test
    void an_end_that_is_set_leaves_the_others_to_the_message() {
        assertEquals(List.of("A\nB\tC"), feed(new Framing(MessageEnd.CR, false), "A\nB\tC\r"));
        assertEquals(
                List.of("A\r\nB"), feed(new Framing(MessageEnd.ETX, false), "\u0002A\r\nB\u0003"));
        var pauses = new Framing(MessageEnd.NONE, false);
        assertEquals(List.of(), feed(pauses, "K7Q\r0042"));
        assertEquals(
                "K7Q\r0042", new String(pauses.paused().getFirst(), StandardCharsets.US_ASCII));
        assertEquals(List.of(), pauses.paused());
    }

    @Test
    void messages_split_anywhere_come_out_whole() {
        var text = "]C0K7Q0042\r\n]d2010950\u001D21\r\n";
        for (int i = 0; i < text.length(); i++)
            assertEquals(
                    List.of("]C0K7Q0042", "]d2010950\u001D21"),
                    feed(
                            new Framing(MessageEnd.ANY, false),
                            text.substring(0, i),
                            text.substring(i)));
    }

    @Test
    void half_a_message_is_dropped_and_the_next_is_whole() {
        var framing = new Framing(MessageEnd.ANY, false);
        assertEquals(List.of(), feed(framing, "]C0K7Q"));
        assertEquals(6, framing.drop());
        assertEquals(List.of("]C0X"), feed(framing, "]C0X\r"));
    }

    @Test
    void the_eighth_bit_is_noise_with_seven() {
        assertEquals(List.of("K7"), feed(new Framing(MessageEnd.ANY, true), "\u00CB\u00B7\u008D"));
    }

    @Test
    void a_message_without_an_end_never_grows_past_the_limit() {
        var framing = new Framing(MessageEnd.ANY, false);
        for (int i = 0; i < 10; i++) feed(framing, "x".repeat(1_000_000));
        var out = feed(framing, "\r");
        assertEquals(Frame.MAX_BYTES + 1, out.getFirst().length());
    }

    @Test
    void settings_are_read_or_refused() {
        assertEquals(
                new SerialSettings("/dev/ttyS0", 9600, 8, 'N', 1, MessageEnd.ANY),
                SerialSettings.parse("/dev/ttyS0"));
        assertEquals(
                new SerialSettings("COM3", 19200, 7, 'S', 2, MessageEnd.CRLF),
                SerialSettings.parse("COM3,19200,7S2,CRLF"));
        assertEquals(MessageEnd.NONE, SerialSettings.parse("COM3,NONE").end());
        for (var bad : List.of("COM3,fast", "COM3,9600,9N1", "COM3,9600,8N1,FF", ""))
            assertThrows(IllegalArgumentException.class, () -> SerialSettings.parse(bad), bad);
    }
}
