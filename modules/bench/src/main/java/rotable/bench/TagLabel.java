// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import rotable.identity.UnitId;
import rotable.reference.Reference;

/// What stands on the tag of a unit that bears the identity of another one: its 2D code says which
/// of the two it is.
///
/// @param serial as on the nameplate, which both bear
/// @param training whether it is an exercise
public record TagLabel(
        String tag,
        String part,
        String description,
        String serial,
        String organisation,
        boolean training)
        implements Paper {
    /// The tag of a unit.
    ///
    /// @throws java.util.NoSuchElementException for a unit that has none
    static TagLabel of(UnitId unit, Reference r, boolean training) {
        return new TagLabel(
                unit.tag().orElseThrow(),
                unit.part().number(),
                r.part(unit.part()).map(p -> p.description()).orElse(""),
                unit.nameplate(),
                r.depot().map(d -> d.name()).orElse(""),
                training);
    }

    @Override
    public String name() {
        return tag;
    }

    @Override
    public String code() {
        return tag;
    }
}
