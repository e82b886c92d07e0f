// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import rotable.fact.Fact;

/// Turns a draft into the next entries of a bench's journal.
///
/// @param app the version written into entries
/// @param ids gives a fresh UUIDv7 for each entry
public record Sealer(Realm realm, String depot, String app, Supplier<String> ids) {
    /// The draft's entries, chained to the head.
    ///
    /// @param seen the newest central position that this bench has
    public List<Entry> seal(Head head, long seen, Draft draft) {
        var entries = new ArrayList<Entry>(draft.facts().size());
        var prev = head.hash();
        for (int i = 0; i < draft.facts().size(); i++) {
            var envelope = envelope(head, head.seq() + 1 + i, prev, seen, draft, i);
            var entry = EntryCodec.seal(realm, envelope, draft.facts().get(i));
            entries.add(entry);
            prev = entry.hash();
        }
        return List.copyOf(entries);
    }

    private Envelope envelope(Head head, long seq, String prev, long seen, Draft draft, int index) {
        Fact fact = draft.facts().get(index);
        var moment = draft.moment();
        return new Envelope(
                1,
                depot,
                head.bench(),
                head.epoch(),
                seq,
                prev,
                ids.get(),
                draft.command().toString(),
                index,
                draft.facts().size(),
                FactTypes.tag(fact),
                FactTypes.version(fact),
                fact.subjects(),
                draft.operator(),
                draft.signature(),
                moment.at(),
                moment.boot(),
                moment.monotonic(),
                moment.clockOffset(),
                moment.clockError(),
                seen,
                app);
    }
}
