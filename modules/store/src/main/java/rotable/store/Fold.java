// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact;
import rotable.fact.Subject;
import rotable.fact.UnitFact;
import rotable.identity.Skeleton;
import rotable.identity.UnitId;
import rotable.journal.Entry;
import rotable.store.JournalMapper.StoredRow;
import rotable.store.JournalMapper.SubjectRow;
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
    static final String VERSION = "7";

    private Fold() {}

    /// How a program folds that reads entries so.
    static String version(Stored stored) {
        var unknown = stored.reader().unknown();
        return unknown.isEmpty() ? VERSION : VERSION + "-" + unknown.hashCode();
    }

    /// Indexes one entry.
    static void index(JournalMapper db, Rows rows, Stored stored, Entry entry, long no) {
        subjects(db, rows, stored, entry, no);
        tries(db, entry);
    }

    private static void subjects(JournalMapper db, Rows rows, Stored stored, Entry entry, long no) {
        var subjects = new LinkedHashSet<>(entry.envelope().subjects());
        var units = stored.routes().units(entry);
        for (var unit : units) subjects.add(Subject.of(unit));
        if (isReference(entry.fact(), units)) subjects.add(REFERENCE);
        if (entry.fact() instanceof ReferenceFact.PersonPublished f)
            subjects.add(Reviews.published(f.person().id()));
        if (entry.fact() instanceof BenchFact.PinSet) subjects.add(PinsAway.SET);
        if (entry.fact() instanceof CaseFact.Split f) {
            subjects.add(Routes.SPLITS);
            rows.flush();
            bring(db, stored, f);
            for (var id : components(db, stored, f)) subjects.add(Subject.of(id));
            stored.routes().learn(entry);
        }
        for (var s : subjects) rows.add(s, no);
        for (var known : stored.routes().moving(entry)) {
            rows.flush();
            for (var id : Routes.besides(known.split(), entry))
                ensure(db, Subject.of(id), requireNonNull(db.arrivalOf(known.hash())));
        }
        // Two benches of one code make the same ids: the first that came keeps it.
        ownId(entry.fact())
                .filter(own -> db.unitOf(own.id()) == null)
                .ifPresent(own -> db.insertOwnId(own.id(), own.unit().toString()));
    }

    /// Indexes under a second unit what was recorded of it under the first one's address.
    private static void bring(JournalMapper db, Stored stored, CaseFact.Split split) {
        var second = Subject.of(split.second());
        var there = new HashSet<Long>();
        for (var row : db.about(second.kind().name(), second.id())) there.add(row.no());
        var first = Subject.of(split.unit());
        for (var row : db.about(first.kind().name(), first.id()))
            if (!there.contains(row.no())
                    && stored.entry(row).filter(e -> Routes.brings(split, e)).isPresent())
                db.insertSubject(new SubjectRow(second.kind().name(), second.id(), row.no()));
    }

    private static void ensure(JournalMapper db, Subject subject, long no) {
        var there = db.about(subject.kind().name(), subject.id());
        if (there.stream().noneMatch(row -> row.no() == no))
            db.insertSubject(new SubjectRow(subject.kind().name(), subject.id(), no));
    }

    /// What was put into a second unit, or taken out, under the first one's address.
    static Set<UnitId> components(JournalMapper db, Stored stored, CaseFact.Split split) {
        var found = new LinkedHashSet<UnitId>();
        var first = Subject.of(split.unit());
        for (var row : db.about(first.kind().name(), first.id()))
            stored.entry(row)
                    .filter(e -> e.fact() instanceof UnitFact f && split.moves(f))
                    .ifPresent(e -> found.addAll(Routes.besides(split, e)));
        return found;
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
            case CaseFact.Split f -> f.second().tag().map(t -> new OwnIdOf(t, f.second()));
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
                        unit.id().nameplate(),
                        Skeleton.of(unit.id().nameplate()),
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
        var rows = new Rows(db);
        for (int i = 0; i < entries.size(); i++) subjects(db, rows, stored, entries.get(i), no + i);
        rows.flush();
        var decided = why.isEmpty() ? made : recorded(stored, entries, why);
        for (var r : decided) Stored.row(r).ifPresent(db::insertOutcome);
        return decided;
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
        stored.routes().forget();
        stored.takenAway().clear();
        stored.tail().forget();
        var reviews = new Reviews(db, stored);
        var all = new TreeSet<UnitId>(Comparator.comparing(UnitId::toString));
        var command = new ArrayList<Entry>();
        for (var row : db.all()) {
            var entry = stored.entry(row);
            if (entry.isEmpty()) continue;
            stored.epochs().learn(entry.get());
            command.add(entry.get());
            var e = entry.get().envelope();
            if (e.index() + 1 < e.count()) continue;
            refold(db, stored, reviews, command, row);
            all.addAll(units(db, stored, command));
            command.clear();
        }
        for (var id : all) write(db, unit(db, stored, id));
        for (var row : db.pins()) stored.entry(row).ifPresent(e -> tries(db, e));
    }

    /// @param last the row of the command's last entry
    private static void refold(
            JournalMapper db, Stored stored, Reviews reviews, List<Entry> command, StoredRow last) {
        long first = last.no() - command.size() + 1;
        for (var r : command(db, stored, command, first, id -> unit(db, stored, id)))
            if (r.without().isEmpty()) Stored.row(reviews.of(r)).ifPresent(db::insertOutcome);
        if (last.position() == null) return;
        long before = last.position() - command.size();
        for (var e : command)
            for (var r : reviews.broughtUp(e, before + e.envelope().index() + 1)) reviews.write(r);
    }

    private static Unit unit(JournalMapper db, Stored stored, UnitId id) {
        return Unit.of(id, stored.history(db, Subject.of(id)));
    }

    /// All units that a list of entries may be about.
    static List<UnitId> units(JournalMapper db, Stored stored, List<Entry> entries) {
        var units = new LinkedHashSet<UnitId>();
        for (var e : entries) {
            units.addAll(stored.routes().units(e));
            if (e.fact() instanceof CaseFact.Split s) units.addAll(components(db, stored, s));
        }
        return new ArrayList<>(units);
    }
}
