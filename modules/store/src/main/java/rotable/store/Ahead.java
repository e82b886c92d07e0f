// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import rotable.exchange.Advisory;
import rotable.fact.Fact;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact.HoldLifted;
import rotable.fact.ReleaseFact.HoldPlaced;
import rotable.identity.HoldId;
import rotable.identity.UnitId;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.reference.Reference;
import rotable.reference.ReferenceFold;
import rotable.unit.Hold;

/// What the centre told of ahead of its order: heeded until it arrives, and never folded.
final class Ahead {
    private final Stored stored;
    private List<Due> due = List.of();

    /// An entry that is on its way here.
    private record Due(long position, Entry entry) {}

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
        var found = new ArrayList<Due>();
        for (var row : db.advisories(Progress.watermark(db).position())) {
            try {
                var line = new String(row.line(), StandardCharsets.UTF_8);
                found.add(new Due(row.position(), stored.reader().read(line)));
            } catch (BadEntry e) {
                // It arrives in its order, and says there what is wrong with it.
                System.getLogger("rotable.store").log(System.Logger.Level.WARNING, "advisory", e);
            }
        }
        due = List.copyOf(found);
    }

    /// Everything up to a position has arrived.
    ///
    /// @return whether some of it had been heeded ahead of that
    boolean arrived(long position) {
        int before = due.size();
        due = due.stream().filter(d -> d.position() > position).toList();
        return due.size() < before;
    }

    boolean isEmpty() {
        return due.isEmpty();
    }

    /// The reference data as somebody would have them who knew of it.
    ///
    /// @param since what this bench published itself and the centre has not placed
    Reference heeded(Reference reference, List<Fact> since) {
        if (due.isEmpty()) return reference;
        var heeded = reference;
        for (var d : due)
            if (d.entry().fact() instanceof ReferenceFact f)
                heeded = ReferenceFold.apply(heeded, f);
        for (var f : since) heeded = ReferenceFold.apply(heeded, f);
        return heeded;
    }

    /// Holds on a unit that are on their way here. One that names an address holds every unit that
    /// bears it.
    List<Hold> holds(UnitId unit) {
        var address = new UnitId(unit.part(), unit.nameplate());
        var holds = new LinkedHashMap<HoldId, Hold>();
        for (var d : due) {
            if (d.entry().fact() instanceof HoldPlaced f
                    && (f.unit().equals(unit) || f.unit().equals(address)))
                holds.put(f.hold(), new Hold(f.hold(), f.reason(), stored.stamp(d.entry(), 0)));
            if (d.entry().fact() instanceof HoldLifted f) holds.remove(f.hold());
        }
        return List.copyOf(holds.values());
    }
}
