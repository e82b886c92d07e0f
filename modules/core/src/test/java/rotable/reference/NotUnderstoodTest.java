// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rotable.fact.Fact;
import rotable.fact.Subject;
import rotable.fact.Subject.Kind;

/// What an entry of a type that only a newer Rotable knows says of the depot.
class NotUnderstoodTest {
    private static List<String> after(Kind... about) {
        var subjects = Stream.of(about).map(k -> new Subject(k, "x")).toList();
        var unknown = new Fact.Unknown("novelty", 2, subjects, "{}");
        var once = ReferenceFold.apply(Reference.EMPTY, unknown);
        return ReferenceFold.apply(once, unknown).notUnderstood();
    }

    @Test
    void it_may_say_what_holds_and_is_named_once() {
        assertEquals(List.of("novelty v2"), after());
        assertEquals(List.of("novelty v2"), after(Kind.PART));
        assertEquals(List.of("novelty v2"), after(Kind.BENCH, Kind.PERSON));
        assertEquals(List.of("novelty v2"), after(Kind.OTHER));
    }

    @Test
    void about_benches_alone_or_about_a_unit_it_says_nothing_of_the_others() {
        assertEquals(List.of(), after(Kind.BENCH));
        assertEquals(List.of(), after(Kind.BENCH, Kind.BENCH));
        assertEquals(List.of(), after(Kind.UNIT, Kind.PART));
    }
}
