// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import rotable.identity.OwnId.Kind;

class OwnIdTest {
    @Test
    void the_hybrid_check_agrees_with_the_example_of_the_standard() {
        // ISO 7064 names A12425GABC1234002 with check character M for MOD 37,36 (the GRid code).
        assertEquals('M', CheckCharacter.ofCard("A12425GABC1234002"));
    }

    @Property
    void an_id_that_was_made_is_valid(
            @ForAll @LongRange(min = 1, max = 1L << 40) long seq,
            @ForAll @IntRange(min = 1, max = 800) int epoch) {
        assertTrue(OwnId.valid(Kind.ORDER, OwnId.make(Kind.ORDER, "KA", epoch, seq)));
    }

    @Property
    void any_single_changed_character_is_noticed(
            @ForAll @LongRange(min = 1, max = 1L << 40) long seq,
            @ForAll @IntRange(min = 3, max = 11) int at,
            @ForAll @IntRange(min = 0, max = 29) int with) {
        var id = OwnId.make(Kind.BADGE, "KA", 1, seq);
        var i = Math.min(at, id.length() - 1);
        var c = CheckCharacter.OWN.charAt(with);
        if (id.charAt(i) == '-' || id.charAt(i) == c) return;
        var changed = id.substring(0, i) + c + id.substring(i + 1);
        assertFalse(OwnId.valid(Kind.BADGE, changed), changed);
    }

    @Property
    void ids_lead_back_to_their_components(
            @ForAll("component") String maker, @ForAll("component") String serial) {
        var unit = new UnitId(new PartId(maker, "P/1%"), serial);
        assertEquals(unit, UnitId.parse(unit.toString()));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> component() {
        return net.jqwik.api.Arbitraries.strings()
                .withChars("AZ09/%- é2F")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(s -> s.equals(s.strip()) && !s.isBlank());
    }
}
