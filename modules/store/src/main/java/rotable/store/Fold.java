// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.fact.BenchFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact;
import rotable.fact.Subject;
import rotable.identity.UnitId;
import rotable.journal.Entry;
import rotable.store.JournalMapper.UnitRow;
import rotable.unit.Unit;

/// Writes what entries mean into the read models: who they are about, where units are open.
final class Fold {
    /// The subject under which everything that makes up the reference data is indexed.
    static final Subject REFERENCE = new Subject(Subject.Kind.PART, "*");

    private Fold() {}

    /// Indexes one entry; returns the units it is about.
    static Set<UnitId> index(JournalMapper db, Entry entry, long no) {
        var units = new LinkedHashSet<UnitId>();
        for (var subject : entry.envelope().subjects()) {
            db.insertSubject(subject.kind().name(), subject.id(), no);
            if (subject.kind() == Subject.Kind.UNIT) units.add(UnitId.parse(subject.id()));
        }
        if (isReference(entry.fact(), units))
            db.insertSubject(REFERENCE.kind().name(), REFERENCE.id(), no);
        ownId(entry.fact()).ifPresent(own -> db.insertOwnId(own.id(), own.unit().toString()));
        tries(db, entry);
        return units;
    }

    /// Counts wrong PINs in a row; the right one, a new one and a supervisor begin the count anew.
    private static void tries(JournalMapper db, Entry entry) {
        switch (entry.fact()) {
            case BenchFact.PinRefused f -> {
                var before = db.pinTries(f.person().value());
                var at = ChronoUnit.MICROS.between(Instant.EPOCH, entry.envelope().occurredAt());
                db.dropPinTries(f.person().value());
                db.insertPinTries(f.person().value(), before == null ? 1 : before.wrong() + 1, at);
            }
            case BenchFact.PinAccepted f -> db.dropPinTries(f.person().value());
            case BenchFact.PinUnlocked f -> db.dropPinTries(f.person().value());
            case BenchFact.PinSet f -> db.dropPinTries(f.person().value());
            default -> {}
        }
    }

    private static boolean isReference(Fact fact, Set<UnitId> units) {
        return fact instanceof ReferenceFact || (fact instanceof Fact.Unknown && units.isEmpty());
    }

    private record OwnIdOf(String id, UnitId unit) {}

    private static Optional<OwnIdOf> ownId(Fact fact) {
        return switch (fact) {
            case IntakeFact.Received f -> Optional.of(new OwnIdOf(f.order().value(), f.unit()));
            case ReleaseFact.Released f -> Optional.of(new OwnIdOf(f.release().value(), f.unit()));
            case ReleaseFact.HoldPlaced f -> Optional.of(new OwnIdOf(f.hold().value(), f.unit()));
            default -> Optional.empty();
        };
    }

    /// Writes the row of a unit as it is now.
    static void write(JournalMapper db, Unit unit, long no) {
        var order = unit.openOrder();
        var row =
                new UnitRow(
                        unit.id().toString(),
                        unit.id().serial(),
                        order.map(o -> o.bench()).orElse(null),
                        order.isPresent() ? 1 : 0,
                        no);
        if (db.updateUnit(row) == 0) db.insertUnit(row);
    }

    /// Drops all read models and folds the whole journal anew.
    static void rebuild(JournalMapper db, Stored stored) {
        db.dropSubjects();
        db.dropOutcomes();
        db.dropUnits();
        db.dropOwnIds();
        db.dropAllPinTries();
        var last = new java.util.TreeMap<UnitId, Long>();
        for (var row : db.all()) {
            var entry = stored.entry(row);
            entry.ifPresent(stored.epochs()::learn);
            if (entry.isPresent())
                for (var unit : index(db, entry.get(), row.no())) last.put(unit, row.no());
        }
        last.forEach((id, no) -> write(db, Unit.of(id, stored.history(db, Subject.of(id))), no));
    }

    /// All units in a list of entries.
    static List<UnitId> units(List<Entry> entries) {
        var units = new LinkedHashSet<UnitId>();
        for (var e : entries)
            for (var s : e.envelope().subjects())
                if (s.kind() == Subject.Kind.UNIT) units.add(UnitId.parse(s.id()));
        return new ArrayList<>(units);
    }
}
