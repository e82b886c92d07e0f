// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import rotable.exchange.Central;
import rotable.exchange.CentralProblem;
import rotable.exchange.Parcel;
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
    public record BroughtIn(long placed, long beside, long missing) {
        BroughtIn and(BroughtIn more) {
            return new BroughtIn(
                    placed + more.placed, beside + more.beside, missing + more.missing);
        }
    }

    /// Hands the centre everything that the bench wrote on it.
    ///
    /// @param central spoken to as that bench
    public static BroughtIn bringIn(Central central, Collection<Entry> entries)
            throws CentralProblem {
        var commands = new HashMap<String, List<Entry>>();
        for (var e : entries)
            commands.computeIfAbsent(e.envelope().command(), c -> new ArrayList<>()).add(e);
        var byLine = new HashMap<String, List<Entry>>();
        for (var e : entries) byLine.put(e.line(), commands.get(e.envelope().command()));
        var all = new BroughtIn(0, 0, 0);
        for (var parcel : Parcels.of(entries)) {
            var found = send(central, parcel);
            // Part of it may be at the centre as it is here: command by command, that is told.
            if (found.beside() > 0) {
                found = new BroughtIn(0, 0, 0);
                for (var command :
                        new LinkedHashSet<>(parcel.lines().stream().map(byLine::get).toList()))
                    for (var one : Parcels.of(command)) found = found.and(send(central, one));
            }
            all = all.and(found);
        }
        return all;
    }

    private static BroughtIn send(Central central, Parcel parcel) throws CentralProblem {
        long many = parcel.lines().size();
        try {
            central.append(parcel);
            return new BroughtIn(many, 0, 0);
        } catch (CentralProblem e) {
            return switch (e.kind()) {
                case FORKED -> new BroughtIn(0, many, 0);
                case FAULTY -> new BroughtIn(0, 0, many);
                default -> throw e;
            };
        }
    }
}
