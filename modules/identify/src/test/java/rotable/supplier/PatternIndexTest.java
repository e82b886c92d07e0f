// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The index that finds the few patterns a text can fit.
class PatternIndexTest {
    @Provide
    Arbitrary<String> patterns() {
        var atoms =
                Arbitraries.of(
                        "A",
                        "7",
                        "\\d",
                        "[A-C]",
                        "[^0-9]",
                        "\\w",
                        ".",
                        "-",
                        "(?:AB|C)",
                        "(?:1|22|333)",
                        "(A|B7)",
                        "[A-C7-9]");
        var repeats = Arbitraries.of("", "", "?", "*", "+", "{2}", "{1,3}", "{2,}");
        return Combinators.combine(atoms, repeats)
                .as((a, r) -> a + r)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(l -> String.join("", l));
    }

    /// The index may name a pattern that does not fit; it never leaves one out that does.
    @Property(tries = 500)
    void the_index_leaves_no_pattern_out(
            @ForAll("patterns") String pattern, @ForAll("texts") String text) {
        var shape = ShapeParser.parse(pattern).orElseThrow();
        var found = new PatternIndex(List.of(shape)).candidates(text).get(0);
        if (Pattern.matches(pattern, text)) assertTrue(found, pattern + " " + text + " " + shape);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ABC17-x").ofMaxLength(10);
    }

    @Test
    void the_index_names_few_of_thousands() {
        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < 5000; i++)
            shapes.add(
                    ShapeParser.parse("(?P<serial>\\d{1,6})-%04d[A-Z]".formatted(i)).orElseThrow());
        var index = new PatternIndex(shapes);
        assertEquals(1, index.candidates("123-4711Q").cardinality());
        assertEquals(0, index.candidates("123-471Q").cardinality());
    }
}
