// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.Collection;
import rotable.exchange.Central;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.exchange.Parcels;
import rotable.journal.Entry;

/// Brings in what the disk of a bench still had, once another computer is that bench: as entries of
/// the epochs that it wrote.
public final class OldDisk {
    private OldDisk() {}

    /// What came of it.
    ///
    /// @param placed entries that are part of the record now, or were before
    /// @param beside entries under numbers that the centre has given to others: it keeps them
    ///   beside the record
    /// @param missing entries that it did not take, because some before them are missing
    public record BroughtIn(long placed, long beside, long missing) {}

    /// Hands the centre everything that the bench wrote on it.
    ///
    /// @param central spoken to as that bench
    public static BroughtIn bringIn(Central central, Collection<Entry> entries)
            throws CentralProblem {
        long placed = 0;
        long beside = 0;
        long missing = 0;
        for (var parcel : Parcels.of(entries)) {
            try {
                central.append(parcel);
                placed += parcel.lines().size();
            } catch (CentralProblem e) {
                if (e.kind() == Kind.FORKED) beside += parcel.lines().size();
                else if (e.kind() == Kind.FAULTY) missing += parcel.lines().size();
                else throw e;
            }
        }
        return new BroughtIn(placed, beside, missing);
    }
}
