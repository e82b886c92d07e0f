// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

import rotable.identity.PartId;

/// How serials of a part may come into the record.
///
/// @param scanOnly whether a serial that was only typed blocks the return to service (G01)
/// @param transpositions whether a typed serial is compared with known ones whose neighbouring
///   characters are exchanged
public record EntryPolicy(PartId part, boolean scanOnly, boolean transpositions) {
    /// Where a depot publishes none: typing is allowed and compared.
    public static EntryPolicy of(PartId part) {
        return new EntryPolicy(part, false, true);
    }
}
