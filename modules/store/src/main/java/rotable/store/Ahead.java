// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import rotable.exchange.Advisory;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact.HoldLifted;
import rotable.fact.ReleaseFact.HoldPlaced;
import rotable.identity.HoldId;
import rotable.identity.UnitId;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.reference.Reference;
import rotable.reference.ReferenceFold;
import rotable.unit.Hold;

/// What the centre told of ahead of its order: heeded until it arrives, and never folded.
final class Ahead {
    private final Stored stored;
    private List<Entry> entries = List.of();

    Ahead(Stored stored) {
        this.stored = stored;
    }

    /// Keeps these in place of what was kept before.
    void keep(JournalMapper db, List<Advisory> advisories) {
        db.dropAdvisories();
        for (var a : advisories)
            db.insertAdvisory(a.position(), a.line().getBytes(StandardCharsets.UTF_8));
    }

    /// Reads what has not arrived yet.
    void read(JournalMapper db) {
        var found = new ArrayList<Entry>();
        for (var line : db.advisories(Progress.watermark(db).position())) {
            try {
                found.add(
                        EntryCodec.read(stored.realm(), new String(line, StandardCharsets.UTF_8)));
            } catch (BadEntry e) {
                // It arrives in its order, and says there what is wrong with it.
                System.getLogger("rotable.store").log(System.Logger.Level.WARNING, "advisory", e);
            }
        }
        entries = List.copyOf(found);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// The reference data as somebody would have them who knew of it.
    Reference heeded(Reference reference) {
        var heeded = reference;
        for (var e : entries)
            if (e.fact() instanceof ReferenceFact f) heeded = ReferenceFold.apply(heeded, f);
        return heeded;
    }

    /// Holds on a unit that are on their way here.
    List<Hold> holds(UnitId unit) {
        var holds = new LinkedHashMap<HoldId, Hold>();
        for (var e : entries) {
            if (e.fact() instanceof HoldPlaced f && f.unit().equals(unit))
                holds.put(f.hold(), new Hold(f.hold(), f.reason(), stored.stamp(e, 0)));
            if (e.fact() instanceof HoldLifted f) holds.remove(f.hold());
        }
        return List.copyOf(holds.values());
    }
}
