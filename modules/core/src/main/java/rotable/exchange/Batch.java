// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

import java.util.ArrayList;
import java.util.List;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryReader;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// Entries that the centre placed one after the other, in whole commands, read and found to follow
/// what the bench has.
///
/// @param after how far the bench has to be
/// @param arrivals in the order of their positions
/// @param now how far it is with them
public record Batch(Watermark after, List<Arrival> arrivals, Watermark now) {
    public Batch {
        arrivals = List.copyOf(arrivals);
    }

    /// An entry and the position where the centre placed it.
    public record Arrival(Entry entry, long position) {}

    /// Whether there is nothing in it.
    public boolean isEmpty() {
        return arrivals.isEmpty();
    }

    /// Reads what the centre sent. Nothing else is needed for it, so that a bench reads the next
    /// batch while it takes in the one before.
    ///
    /// @throws RecordProblem when it does not follow, or is not what was sealed
    public static Batch of(EntryReader reader, Watermark after, List<Placed> placed)
            throws RecordProblem {
        var arrivals = new ArrayList<Arrival>();
        var at = after;
        for (var p : placed) {
            var entry = entry(reader, p);
            at = at.following(entry.hash());
            if (!at.equals(new Watermark(p.position(), p.chain())))
                throw new RecordProblem(
                        Kind.OTHER,
                        "what the centre has at %d does not follow".formatted(p.position()));
            arrivals.add(new Arrival(entry, p.position()));
        }
        if (!arrivals.isEmpty()) {
            var last = arrivals.getLast().entry().envelope();
            if (last.index() + 1 < last.count())
                throw new RecordProblem(Kind.OTHER, "a command that is not whole");
        }
        return new Batch(after, arrivals, at);
    }

    private static Entry entry(EntryReader reader, Placed placed) throws RecordProblem {
        try {
            return reader.read(placed.line());
        } catch (BadEntry e) {
            throw new RecordProblem(
                    Kind.OTHER,
                    "what the centre has at %d is no entry".formatted(placed.position()),
                    e);
        }
    }
}
