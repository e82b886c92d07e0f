// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import rotable.checkdigit.Mod43;
import rotable.gs1.ApplicationIdentifiers;
import rotable.gs1.Brackets;
import rotable.gs1.DigitalLink;
import rotable.gs1.Element;
import rotable.gs1.ElementString;
import rotable.label.Label;
import rotable.label.Payload;
import rotable.label.Reading;

/// Laws of reading labels.
class LabelPropertiesTest {
    private static final String LETTERS =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final How SERIAL = How.inYear(2026).withSeparatorsKept();

    private static Label read(String payload, How how) {
        return new LabelReader(how).read(Payload.of(payload));
    }

    private static List<String> fields(Reading reading) {
        return reading.fields().stream().map(f -> f.id() + "=" + f.value()).toList();
    }

    private static List<String> fields(List<Element> elements) {
        return elements.stream().map(e -> e.ai() + "=" + e.value()).toList();
    }

    private static Element element(String ai, String value) {
        return new Element(ApplicationIdentifiers.of(ai).orElseThrow(), value, 0);
    }

    @Provide
    Arbitrary<String> gtin() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(13)
                .map(LabelPropertiesTest::withCheckDigit);
    }

    private static String withCheckDigit(String digits) {
        for (char c = '0'; c <= '9'; c++) if (element("01", digits + c).sound()) return digits + c;
        throw new AssertionError(digits);
    }

    @Provide
    Arbitrary<List<Element>> elements() {
        var text = Arbitraries.strings().withChars(LETTERS).ofMinLength(1).ofMaxLength(20);
        var date = Arbitraries.integers().between(10, 28).map(d -> "2611" + d);
        return Combinators.combine(
                        gtin(), text, text, text, date, Arbitraries.integers().between(0, 31))
                .as(
                        (gtin, serial, lot, number, day, which) -> {
                            var all = new ArrayList<>(List.of(element("01", gtin)));
                            if ((which & 1) > 0) all.add(element("21", serial));
                            if ((which & 2) > 0) all.add(element("17", day));
                            if ((which & 4) > 0) all.add(element("10", lot));
                            if ((which & 8) > 0) all.add(element("240", number));
                            if ((which & 16) > 0) all.add(element("11", day));
                            return all;
                        });
    }

    @Property(tries = 500)
    void what_is_written_reads_back(@ForAll("elements") List<Element> elements) {
        var string = read("]d2" + ElementString.write(elements), SERIAL);
        assertEquals(fields(elements), fields(string.readings().getFirst()));
        var brackets = read(Brackets.write(elements), SERIAL);
        assertEquals(fields(elements), fields(brackets.readings().getFirst()));
        var link = DigitalLink.write(elements, "https://example.com/a").orElseThrow();
        assertEquals(
                fields(elements).stream().sorted().toList(),
                fields(read(link, SERIAL).readings().getFirst()).stream().sorted().toList());
    }

    @Property(tries = 500)
    void a_changed_digit_of_a_gtin_is_noticed(
            @ForAll("gtin") String gtin,
            @ForAll @IntRange(max = 13) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char other = (char) ('0' + (gtin.charAt(at) - '0' + by) % 10);
        var changed = gtin.substring(0, at) + other + gtin.substring(at + 1);
        var label = read("]d201" + changed + "21K7Q0042", SERIAL);
        assertEquals("gs1-csum", label.errors().getFirst().code(), changed);
    }

    @Property(tries = 500)
    void a_changed_character_of_a_health_industry_label_is_noticed(
            @ForAll @IntRange(max = 16) int at, @ForAll @IntRange(min = 1, max = 42) int by) {
        var alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
        var body = "+A123BJC5D6E71/$X";
        var label = body + Mod43.of(body);
        char other = alphabet.charAt((alphabet.indexOf(label.charAt(at)) + by) % 43);
        var changed = label.substring(0, at) + other + label.substring(at + 1);
        Assume.that(!changed.endsWith(" ") && !changed.startsWith(" "));
        assertFalse(
                read(changed, SERIAL) instanceof Label.Certain c
                        && c.reading().scheme() == rotable.label.Scheme.HIBC,
                changed);
    }

    /// With its separators gone, a label may be asked about or refused; it is never read for
    /// certain as another unit.
    @Property(tries = 500)
    void lost_separators_make_no_other_unit(@ForAll("elements") List<Element> elements) {
        var text = "]d2" + ElementString.write(elements);
        Assume.that(text.indexOf(ElementString.GS) > 0);
        var label = read(text.replace("" + ElementString.GS, ""), How.inYear(2026));
        if (label instanceof Label.Certain c)
            assertEquals(fields(elements), fields(c.reading()), text);
    }

    @Property(tries = 1000)
    void any_text_is_answered_without_control_characters(@ForAll String text) {
        var label = read(text, How.inYear(2026));
        for (var reading : label.readings()) {
            for (var f : reading.fields()) assertTrue(printable(f.value()), f.toString());
            assertTrue(printable(reading.text()), text);
        }
        assertTrue(label.payload().text().equals(text) || text.chars().anyMatch(c -> c > 0xD7FF));
    }

    private static boolean printable(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c != 0x7F);
    }
}
