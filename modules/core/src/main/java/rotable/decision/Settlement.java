// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.util.List;
import rotable.fact.RepairFact;
import rotable.unit.Case;

/// What a supervisor can make of a case.
public enum Settlement {
    /// Both receipts are of one unit: the second order's work counts for the first.
    SAME_UNIT,
    /// The first stay was over when the unit came back: both stand.
    CAME_BACK,
    /// The receipts are of two units with one identity: the second gets a tag of the depot's.
    TWO_UNITS,
    /// It is as it was placed first.
    FIRST,
    /// It is as the other entry says.
    SECOND,
    /// The work was looked at, and counts.
    LOOKED_AT;

    /// The ways to settle a case.
    public static List<Settlement> of(Case dispute) {
        return switch (dispute.rule()) {
            case TWO_RECEIPTS ->
                    dispute.second().without().isPresent()
                            ? List.of(SAME_UNIT, TWO_UNITS)
                            : List.of(CAME_BACK, SAME_UNIT, TWO_UNITS);
            case RIGHTS -> List.of(LOOKED_AT);
            // Work that came late stands, and is looked at.
            case CLOSED -> List.of(dispute.second().without().isPresent() ? FIRST : LOOKED_AT);
            case TWO_PARENTS, POSITION -> states(dispute) ? List.of(FIRST, SECOND) : List.of(FIRST);
        };
    }

    /// Whether the other entry says what sits where.
    private static boolean states(Case dispute) {
        var fact = dispute.second().fact();
        return fact instanceof RepairFact.Installed || fact instanceof RepairFact.Removed;
    }
}
