// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.damage.KeyboardLayout;
import rotable.identity.OwnId;
import rotable.journal.ReferenceFile;
import rotable.label.Note;
import rotable.reference.Reference;
import rotable.reference.ReferenceFold;
import rotable.scan.Frame;
import rotable.scan.Scan;

/// What labels are to a depot that knows its parts: one item, several to choose from, or none.
class IdentifierTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final String HASH = "0123456789abcdef";

    private static final Reference DEPOT =
            depot(
                    """
                    {"version": 1, "effective": "2026-01-01", "reason": "test",
                     "parts": [
                      {"id": "ACME/PSU-1", "description": "d", "revision": "A", "tracking": "SERIAL",
                       "gtin": "09506000134352", "positions": [], "ownRelease": false,
                       "serialPattern": "K7Q\\\\d{4}"},
                      {"id": "ACME/FAN-2", "description": "d", "revision": "A", "tracking": "SERIAL",
                       "gtin": "09506000134369", "positions": [], "ownRelease": false},
                      {"id": "OTHER/PSU-1", "description": "d", "revision": "A",
                       "tracking": "SERIAL", "positions": [], "ownRelease": false}],
                     "formats": [
                      {"id": "LM", "maker": "ACME",
                       "pattern": "PN:(?P<part>[A-Z0-9 -]+) SN:(?P<serial>[A-Z0-9 ]+)",
                       "matches": ["PN:PSU-1 SN:K7Q0042"]}]}
                    """);

    private static Reference depot(String json) {
        var read = ReferenceFile.read(json);
        assertEquals(List.of(), read.problems());
        var reference = Reference.EMPTY;
        for (var fact : read.facts()) reference = ReferenceFold.apply(reference, fact);
        return reference;
    }

    private static Identifier.Identified read(String text, String device) {
        var payload = text.replace('␝', '\u001D').replace('␞', '\u001E').replace('␄', '\u0004');
        return new Identifier().read(Frame.of(payload, device, AT), DEPOT);
    }

    private static Scan wedge(String text) {
        return read(text, "wedge").scan();
    }

    private static List<String> items(Scan scan) {
        return assertInstanceOf(Scan.Item.class, scan).candidates().stream()
                .map(c -> c.part() + " " + c.mark())
                .toList();
    }

    private static boolean certain(Scan scan) {
        return assertInstanceOf(Scan.Item.class, scan).certain();
    }

    @Test
    void a_serial_rule_decides_where_separators_may_be_lost() {
        var scan = wedge("]d2010950600013435221K7Q004291AB");
        assertEquals(List.of("ACME/PSU-1 K7Q0042"), items(scan));
        assertTrue(certain(scan));
    }

    @Test
    void without_a_serial_rule_whoever_holds_the_label_is_asked() {
        var scan = wedge("]d2010950600013436921SER191X");
        assertEquals(List.of("ACME/FAN-2 SER191X", "ACME/FAN-2 SER1"), items(scan));
        assertFalse(certain(scan));
        var line = read("]d2010950600013436921SER191X", "/dev/tty").scan();
        assertEquals(List.of("ACME/FAN-2 SER191X"), items(line));
        assertTrue(certain(line));
    }

    @Test
    void a_serial_that_breaks_its_parts_rule_is_asked_about() {
        assertFalse(certain(wedge("]d2010950600013435221XYZ")));
        assertTrue(certain(wedge("]d2010950600013435221K7Q0042")));
        assertFalse(certain(read("]d2010950600013435221XYZ", "/dev/tty").scan()));
    }

    @Test
    void a_makers_own_rule_knows_better_than_the_general_form() {
        assertEquals(List.of("ACME/PSU-1 K7Q 0042"), items(wedge("PN:PSU-1 SN:K7Q 0042")));
    }

    @Test
    void a_label_of_another_makers_part_with_that_number_is_not_taken_for_it() {
        assertEquals(
                List.of("ACME/PSU-1 K7Q0042"),
                items(wedge("PN:PSU-1 SN:K7Q0042")),
                "the rule is ACME's");
        assertEquals(
                List.of("ACME/PSU-1 K7Q0042", "OTHER/PSU-1 K7Q0042"),
                items(wedge("[)>␞06␝1PPSU-1␝SK7Q0042␞␄")),
                "the label names no maker that the depot knows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]d2010950600013436921", "]d221"})
    void our_own_label_is_read_without_its_separators(String before) {
        var release = release();
        var lost = before + "K7Q0042240FAN-291" + release + "92" + HASH;
        var read = read(lost, "wedge");
        var label = assertInstanceOf(Scan.ServiceLabel.class, read.scan(), lost);
        assertEquals("K7Q0042", label.unit().serial());
        assertEquals(release, label.release().value());
        assertEquals(HASH, label.hash());
        assertEquals(List.of("separators-lost"), read.notes().stream().map(Note::code).toList());
        assertEquals(
                label,
                wedge(before + "K7Q0042␝240FAN-2␝91" + release + "␝92" + HASH),
                "the same with separators");
        var other = release.endsWith("9") ? "8" : "9";
        var wrong = release.substring(0, release.length() - 1) + other;
        assertFalse(wedge(lost.replace(release, wrong)) instanceof Scan.ServiceLabel, wrong);
    }

    /// Its serial has a blank and a `#`, which GS1 elements do not hold.
    @Test
    void our_own_label_is_read_as_a_message_too() {
        var release = release();
        var form = "[)>␞06␝1PFAN-2␝SK7Q #42␝Z%s/%s␞␄";
        var label = assertInstanceOf(Scan.ServiceLabel.class, wedge(form.formatted(release, HASH)));
        assertEquals("K7Q #42", label.unit().serial());
        assertEquals(release, label.release().value());
        assertEquals(HASH, label.hash());
        var other = release.endsWith("9") ? "8" : "9";
        var wrong = release.substring(0, release.length() - 1) + other;
        for (var own : List.of(form.formatted(wrong, HASH), form.formatted(release, "0042")))
            assertEquals(List.of("ACME/FAN-2 K7Q #42"), items(wedge(own)), own);
    }

    private static String release() {
        for (char c = '2'; c <= 'Z'; c++) {
            var id = "RL-4F2K-7QRM-" + c;
            if (OwnId.valid(OwnId.Kind.RELEASE, id)) return id;
        }
        throw new AssertionError("one of them is the check character");
    }

    @ParameterizedTest
    @CsvSource({"French", "German", "Hungarian"})
    void a_command_card_typed_on_another_layout_is_put_right(String name) {
        var layout =
                KeyboardLayout.all().stream()
                        .filter(l -> l.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        var card = Identifier.cardText("PASS");
        var read = read(layout.type("]C0" + card), "wedge");
        var command = assertInstanceOf(Scan.Command.class, read.scan(), layout.type(card));
        assertEquals("PASS", command.verb());
    }

    @Test
    void text_that_may_have_been_typed_on_another_layout_stays_as_it_stands() {
        var scan = assertInstanceOf(Scan.Plain.class, wedge("AQWYß0M1"));
        assertEquals("AQWYß0M1", scan.text());
    }

    @Test
    void a_serial_that_fits_its_rule_only_on_another_layout_is_asked_about() {
        var scan = wedge("K/Q==ß=");
        assertFalse(scan instanceof Scan.Item i && i.certain(), scan.toString());
    }

    @Test
    void two_labels_in_one_name_no_unit() {
        var scan = wedge("[)>␞06␝1PPSU-1␝SK7Q0042[)>␞06␝1PPSU-1␝SK7Q0043");
        assertInstanceOf(Scan.Unreadable.class, scan);
    }
}
