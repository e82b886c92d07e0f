// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import rotable.fact.BenchFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact;
import rotable.fact.Subject;
import rotable.identity.Skeleton;
import rotable.identity.UnitId;
import rotable.journal.Entry;
import rotable.store.JournalMapper.UnitRow;
import rotable.unit.Outcomes;
import rotable.unit.Recorded;
import rotable.unit.Unit;
import rotable.unit.Without;

/// Writes what entries mean into the read models: who they are about, where units are open.
final class Fold {
    /// The subject under which everything that makes up the reference data is indexed.
    static final Subject REFERENCE = new Subject(Subject.Kind.PART, "*");

    /// How entries are folded: raised with every change that folds some entry otherwise, and with
    /// every type of entry that is known from now on. A record that was folded otherwise is folded
    /// anew when it is opened.
    static final String VERSION = "2";

    private Fold() {}

    /// Indexes one entry.
    static void index(JournalMapper db, Entry entry, long no) {
        subjects(db, entry, no);
        tries(db, entry);
    }

    private static void subjects(JournalMapper db, Entry entry, long no) {
        var units = new LinkedHashSet<UnitId>();
        for (var subject : entry.envelope().subjects()) {
            db.insertSubject(subject.kind().name(), subject.id(), no);
            if (subject.kind() == Subject.Kind.UNIT) units.add(UnitId.parse(subject.id()));
        }
        if (isReference(entry.fact(), units))
            db.insertSubject(REFERENCE.kind().name(), REFERENCE.id(), no);
        // Two benches of one code make the same ids: the first that came keeps it.
        ownId(entry.fact())
                .filter(own -> db.unitOf(own.id()) == null)
                .ifPresent(own -> db.insertOwnId(own.id(), own.unit().toString()));
    }

    /// Counts wrong PINs in a row; the right one, a new one and a supervisor begin the count anew.
    static void tries(JournalMapper db, Entry entry) {
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
    static void write(JournalMapper db, Unit unit) {
        var subject = Subject.of(unit.id());
        write(db, unit, requireNonNull(db.lastAbout(subject.kind().name(), subject.id())));
    }

    /// Writes the row of a unit as it is now.
    ///
    /// @param no the arrival number of the last entry about it
    static void write(JournalMapper db, Unit unit, long no) {
        var order = unit.openOrder();
        var row =
                new UnitRow(
                        unit.id().toString(),
                        unit.id().serial(),
                        Skeleton.of(unit.id().serial()),
                        order.map(o -> o.bench()).orElse(null),
                        order.isPresent() ? 1 : 0,
                        unit.openCases().isEmpty() ? 0 : 1,
                        no);
        if (db.updateUnit(row) == 0) db.insertUnit(row);
    }

    /// Decides a command's outcome against the state before it, and indexes its entries.
    ///
    /// @param no the arrival number of the first of them
    /// @return its entries as they count from now on
    static List<Recorded> command(
            JournalMapper db,
            Stored stored,
            List<Entry> entries,
            long no,
            Function<UnitId, Unit> before) {
        var made = recorded(stored, entries, Optional.empty());
        var why = Outcomes.without(made, before);
        for (int i = 0; i < entries.size(); i++) {
            subjects(db, entries.get(i), no + i);
            if (why.isPresent()) db.insertOutcome(Stored.row(entries.get(i), why.get()));
        }
        return why.isEmpty() ? made : recorded(stored, entries, why);
    }

    private static List<Recorded> recorded(
            Stored stored, List<Entry> entries, Optional<Without> why) {
        return entries.stream().map(e -> new Recorded(e, stored.stamp(e, 0), why)).toList();
    }

    /// Drops all read models and folds the whole journal anew, command by command.
    static void rebuild(JournalMapper db, Stored stored) {
        db.dropSubjects();
        db.dropOutcomes();
        db.dropUnits();
        db.dropOwnIds();
        db.dropAllPinTries();
        var all = new TreeSet<UnitId>(Comparator.comparing(UnitId::toString));
        var command = new ArrayList<Entry>();
        for (var row : db.all()) {
            var entry = stored.entry(row);
            if (entry.isEmpty()) continue;
            stored.epochs().learn(entry.get());
            command.add(entry.get());
            var e = entry.get().envelope();
            if (e.index() + 1 < e.count()) continue;
            long first = row.no() - command.size() + 1;
            command(db, stored, command, first, id -> unit(db, stored, id));
            all.addAll(units(command));
            command.clear();
        }
        for (var id : all) write(db, unit(db, stored, id));
        for (var row : db.pins()) stored.entry(row).ifPresent(e -> tries(db, e));
    }

    private static Unit unit(JournalMapper db, Stored stored, UnitId id) {
        return Unit.of(id, stored.history(db, Subject.of(id)));
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
