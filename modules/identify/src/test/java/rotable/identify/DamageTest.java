// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.damage.KeyboardLayout;
import rotable.label.Label;
import rotable.label.Nameplate.Name;
import rotable.label.Payload;
import rotable.label.Reading;

/// What keyboard wedges do to labels: put right where that is certain, asked about where it is not.
class DamageTest {
    private static final String MESSAGE = "[)>␞06␝17V0CVA5␝1P1234␝S786950␞␄";
    private static final Map<Name, String> SAID =
            Map.of(
                    Name.PART,
                    "1234",
                    Name.SERIAL,
                    "786950",
                    Name.MAKER,
                    "0CVA5",
                    Name.UII,
                    "D0CVA51234786950");

    private static Label read(String text) {
        var payload = text.replace('␝', '\u001D').replace('␞', '\u001E').replace('␄', '\u0004');
        return new LabelReader(How.inYear(2026)).read(Payload.of(payload));
    }

    private static List<String> notes(Label label) {
        return label.readings().getFirst().notes().stream().map(n -> n.code()).toList();
    }

    private static List<String> serials(Label label) {
        return label.readings().stream()
                .map(r -> r.nameplate().get(Name.SERIAL).orElse(r.text()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "[)>«RS»06«GS»17V0CVA5«GS»1P1234«GS»S786950«RS»«EOT», separators-written",
        "[)><RS>06<GS>17V0CVA5<GS>1P1234<GS>S786950<RS><EOT>, separators-written",
        "[)>{RS}06{GS}17V0CVA5{GS}1P1234{GS}S786950{RS}{EOT}, separators-written",
        "[)>½RSW06␝17V0CVA5␝1P1234␝S786950␞␄, separators-written",
        "[)>^^06^]17V0CVA5^]1P1234^]S786950^^^D, separators-written",
        "[)>♥06♦17V0CVA5♦1P1234♦S786950♥, separator-replaced",
        "[)>06␝17V0CVA5␝1P1234␝S786950␞␄, head-bent",
        ">[)>06␝17V0CVA5␝1P1234␝S786950, head-bent",
        "06␝17V0CVA5␝1P1234␝S786950␞␄, head-bent",
        "17V0CVA5␝1P1234␝S786950, head-lost",
        "[)>␞06␝17V0CVA5␝1P1234␝S786950␞␄[)>␞06␝17V0CVA5␝1P1234␝S786950␞␄, sent-twice"
    })
    void a_damaged_envelope_is_put_right(String damaged, String cause) {
        var label = read(damaged);
        assertInstanceOf(Label.Certain.class, label, label.toString());
        assertEquals(SAID, label.readings().getFirst().nameplate().values());
        assertTrue(notes(label).contains(cause), notes(label).toString());
    }

    @Test
    void an_envelope_without_any_separator_is_asked_about() {
        var label = read("[)>0617V0CVA51P1234S786950");
        assertInstanceOf(Label.Ambiguous.class, label);
        assertEquals(List.of("786950"), serials(label));
        assertEquals(List.of("separators-lost"), notes(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "~", "{GS}", "^]", "½", "♥", " "})
    void a_replaced_gs_in_gs1_data_is_put_right(String instead) {
        var label = read("]d2010950600013435221K7Q0042" + instead + "240PSU-480-R3");
        if (instead.equals(" ")) {
            assertInstanceOf(Label.Unreadable.class, label, "a blank may be anything");
            return;
        }
        assertInstanceOf(Label.Certain.class, label, label.toString());
        assertEquals(List.of("K7Q0042"), serials(label));
    }

    @Test
    void a_lost_gs_in_gs1_data_is_asked_about() {
        var label = read("]d2010950600013435221ABC12310LOT7");
        assertInstanceOf(Label.Ambiguous.class, label);
        assertEquals(List.of("ABC12310LOT7", "ABC123"), serials(label));
        var kept = new LabelReader(How.inYear(2026).withSeparatorsKept());
        var sent = kept.read(Payload.of("]d2010950600013435221ABC12310LOT7"));
        assertInstanceOf(Label.Certain.class, sent, "from a line that loses nothing");
        assertInstanceOf(Label.Certain.class, read("]d2010950600013435221K7Q0042"));
    }

    @Test
    void a_lost_gs_that_makes_data_too_long_is_asked_about() {
        var label = read("]d2010950600013435221K7Q0042ABCDEFG240PSU-480-R3");
        assertInstanceOf(Label.Ambiguous.class, label, label.toString());
        assertTrue(serials(label).contains("K7Q0042ABCDEFG"), serials(label).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"French", "German", "Greek", "Hungarian", "Turkish Q", "US Dvorak"})
    void the_layout_is_named(String name) {
        var layout =
                KeyboardLayout.all().stream()
                        .filter(l -> l.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        var label = read(layout.type("]d1" + MESSAGE.replace("S786950", "SZY78QM")));
        if (label instanceof Label.Unreadable) {
            // Two keys that type the same can't be told apart.
            assertTrue(layout.read(layout.type(MESSAGE)).isEmpty(), name);
            return;
        }
        assertTrue(serials(label).contains("ZY78QM"), label.toString());
        var texts =
                label.readings().stream()
                        .flatMap(r -> r.notes().stream())
                        .map(n -> n.text())
                        .toList();
        assertTrue(texts.stream().anyMatch(t -> t.contains(name)), texts.toString());
    }

    @Test
    void a_plain_serial_typed_on_another_layout_is_asked_about() {
        var label = read("+C0ZX-100");
        assertInstanceOf(Label.Ambiguous.class, label);
        assertTrue(label.readings().size() > 2, label.toString());
        assertEquals("+C0ZX-100", label.readings().getLast().text());
    }

    @Test
    void code_39_in_full_ascii_is_asked_about() {
        var label = read("]A0+K7/O+Q");
        assertInstanceOf(Label.Ambiguous.class, label);
        assertEquals(
                List.of("+K7/O+Q", "k7/q"), label.readings().stream().map(Reading::text).toList());
        assertInstanceOf(Label.Certain.class, read("]A0K7/0"), "no pair");
    }

    @Test
    void typing_and_reading_a_layout_are_inverse_where_keys_differ() {
        for (var layout : KeyboardLayout.all()) {
            var text = "ABCXYZabcxyz0123456789";
            layout.read(layout.type(text)).ifPresent(t -> assertEquals(text, t, layout.name()));
        }
        assertTrue(KeyboardLayout.all().size() > 30);
    }
}
