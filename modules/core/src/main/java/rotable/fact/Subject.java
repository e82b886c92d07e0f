// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import rotable.identity.AssetId;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.UnitId;

/// What a fact is about; a fact may have several subjects.
public record Subject(Kind kind, String id) {
    /// The kinds of subject that there are.
    public enum Kind {
        UNIT,
        PERSON,
        PART,
        ASSET,
        LOCATION,
        CAMPAIGN,
        BENCH,
        /// Of a kind that a newer Rotable knows.
        OTHER
    }

    public static Subject of(UnitId unit) {
        return new Subject(Kind.UNIT, unit.toString());
    }

    public static Subject of(PersonId person) {
        return new Subject(Kind.PERSON, person.value());
    }

    public static Subject of(PartId part) {
        return new Subject(Kind.PART, part.toString());
    }

    public static Subject of(AssetId asset) {
        return new Subject(Kind.ASSET, asset.value());
    }
}
