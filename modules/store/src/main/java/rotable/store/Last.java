// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import rotable.journal.Head;

/// The last entry of an epoch.
///
/// @param no its arrival number
record Last(Head head, long no) {
    /// Its place is read from columns, so that a line changed by hand can't move the head.
    static Optional<Last> of(JournalMapper db, Stored stored, String bench, String epoch) {
        var seq = Optional.ofNullable(db.lastOf(epoch));
        return seq.map(
                last -> {
                    var row = requireNonNull(db.at(epoch, last));
                    var ordinal = stored.epochs().ordinal(bench, epoch);
                    return new Last(new Head(bench, epoch, ordinal, last, row.hash()), row.no());
                });
    }
}
