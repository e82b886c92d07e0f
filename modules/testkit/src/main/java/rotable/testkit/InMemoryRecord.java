// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import rotable.fact.BenchFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.fact.Subject;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.Skeleton;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Head;
import rotable.journal.Lineage;
import rotable.journal.Realm;
import rotable.journal.Sealer;
import rotable.journal.Sha256;
import rotable.people.PinTries;
import rotable.record.DepotRecord;
import rotable.reference.Reference;
import rotable.reference.ReferenceFold;
import rotable.release.Integrity;
import rotable.release.Integrity.Damage;
import rotable.unit.Hold;
import rotable.unit.Order;
import rotable.unit.Outcomes;
import rotable.unit.Recorded;
import rotable.unit.Unit;
import rotable.unit.Without;

/// A record that ends with the process: everything is folded from its list of entries when asked.
// The whole port, and so longer than most.
public final class InMemoryRecord implements DepotRecord {
    private static final int OPEN_UNITS = 100;
    private static final int FOUND_UNITS = 20;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Without> without = new HashMap<>();
    private final Map<UnitId, Map<String, String>> drafts = new HashMap<>();
    private final Sealer sealer;
    private Head head;

    /// @param bench whose record it is
    public InMemoryRecord(String bench) {
        sealer = new Sealer(Realm.RECORD, "depot", "test", () -> UUID.randomUUID().toString());
        head = new Head(bench, "epoch-1", 1, 0, Sha256.NONE);
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public List<Entry> append(Draft draft) {
        var command = draft.command().toString();
        var before = entries.stream().filter(e -> e.envelope().command().equals(command)).toList();
        if (!before.isEmpty()) return before;
        var sealed = sealer.seal(head, 0, draft);
        var made = sealed.stream().map(this::recorded).toList();
        Outcomes.without(made, this::unit)
                .ifPresent(why -> sealed.forEach(e -> without.put(e.hash(), why)));
        entries.addAll(sealed);
        var last = sealed.getLast();
        head = new Head(head.bench(), head.epoch(), 1, last.envelope().seq(), last.hash());
        return sealed;
    }

    @Override
    public Reference reference() {
        var reference = Reference.EMPTY;
        for (var e : entries)
            reference = ReferenceFold.apply(reference, e.fact(), recorded(e).stamp());
        return reference;
    }

    @Override
    public Unit unit(UnitId id) {
        return Unit.of(id, about(Subject.of(id)));
    }

    @Override
    public List<Recorded> about(Subject subject) {
        return entries.stream()
                .filter(e -> e.envelope().subjects().contains(subject))
                .map(this::recorded)
                .toList();
    }

    private Recorded recorded(Entry e) {
        return new Recorded(
                e,
                e.stamp(Lineage.first(e.envelope().epoch()), 0),
                Optional.ofNullable(without.get(e.hash())));
    }

    private Stream<UnitId> units() {
        var units = new LinkedHashSet<UnitId>();
        for (var e : entries.reversed())
            for (var s : e.envelope().subjects())
                if (s.kind() == Subject.Kind.UNIT) units.add(UnitId.parse(s.id()));
        return units.stream();
    }

    @Override
    public List<UnitId> unitsWithSerial(String serial) {
        return units().filter(u -> u.serial().equals(serial))
                .sorted(Comparator.comparing(UnitId::toString))
                .toList();
    }

    @Override
    public List<UnitId> unitsBeginning(String serial) {
        var upper = serial.toUpperCase(Locale.ROOT);
        return units().filter(u -> u.serial().startsWith(serial) || u.serial().startsWith(upper))
                .sorted(Comparator.comparing(UnitId::serial))
                .limit(FOUND_UNITS)
                .toList();
    }

    @Override
    public List<UnitId> unitsWithAny(Collection<String> serials) {
        return units().filter(u -> serials.contains(u.serial()))
                .sorted(Comparator.comparing(UnitId::toString))
                .toList();
    }

    @Override
    public List<UnitId> unitsLookingLike(String serial) {
        var skeleton = Skeleton.of(serial);
        return units().filter(u -> Skeleton.of(u.serial()).equals(skeleton))
                .sorted(Comparator.comparing(UnitId::toString))
                .toList();
    }

    @Override
    public List<String> serialsOf(PartId part) {
        return units().filter(u -> u.part().equals(part)).map(UnitId::serial).sorted().toList();
    }

    @Override
    public Optional<UnitId> unitOf(String ownId) {
        return entries.stream()
                .filter(e -> own(e.fact()).equals(Optional.of(ownId)))
                .flatMap(e -> e.envelope().subjects().stream())
                .map(s -> UnitId.parse(s.id()))
                .findFirst();
    }

    private static Optional<String> own(Fact fact) {
        return switch (fact) {
            case IntakeFact.Received f -> Optional.of(f.order().value());
            case ReleaseFact.Released f -> Optional.of(f.release().value());
            case ReleaseFact.HoldPlaced f -> Optional.of(f.hold().value());
            default -> Optional.empty();
        };
    }

    @Override
    public List<OpenUnit> openHere() {
        return units().filter(
                        u ->
                                unit(u).openOrder().map(Order::bench).stream()
                                        .anyMatch(head.bench()::equals))
                .limit(OPEN_UNITS)
                .map(u -> new OpenUnit(u, about(Subject.of(u)).getLast().stamp().seq()))
                .toList();
    }

    @Override
    public Optional<UnitId> lastHere() {
        return entries.reversed().stream()
                .filter(e -> e.envelope().bench().equals(head.bench()))
                .flatMap(e -> e.envelope().subjects().stream())
                .filter(s -> s.kind() == Subject.Kind.UNIT)
                .map(s -> UnitId.parse(s.id()))
                .findFirst();
    }

    @Override
    public Optional<Recorded> recorded(String hash) {
        return entries.stream()
                .filter(e -> e.hash().equals(hash))
                .findFirst()
                .map(e -> recorded(e));
    }

    @Override
    public List<Hold> holdsAhead(UnitId unit) {
        return List.of();
    }

    @Override
    public List<UnitId> disputed() {
        return units().filter(u -> !unit(u).openCases().isEmpty()).toList();
    }

    @Override
    public PinTries pinTries(PersonId person) {
        var tries = PinTries.NONE;
        for (var r : about(Subject.of(person)))
            switch (r.fact()) {
                case BenchFact.PinRefused f ->
                        tries = new PinTries(tries.wrong() + 1, r.stamp().at());
                case BenchFact.PinAccepted f -> tries = PinTries.NONE;
                case BenchFact.PinUnlocked f -> tries = PinTries.NONE;
                case BenchFact.PinSet f -> tries = PinTries.NONE;
                default -> {}
            }
        return tries;
    }

    @Override
    public Optional<Damage> damage(UnitId unit) {
        return about(Subject.of(unit)).stream()
                .map(Recorded::entry)
                .filter(e -> !EntryCodec.hash(Realm.RECORD, e.line()).equals(e.hash()))
                .map(e -> new Damage(Long.toString(e.envelope().seq()), "changed"))
                .findFirst();
    }

    @Override
    public Integrity integrity(UnitId unit) {
        return integrity();
    }

    @Override
    public Integrity integrity() {
        return new Integrity(entries.size(), entries.size(), Optional.empty());
    }

    @Override
    public boolean verifyFurther() {
        return false;
    }

    @Override
    public Fact checkpoint() {
        return new BenchFact.Witness(
                head.bench(), head.epoch(), head.seq(), head.hash(), 0, Sha256.NONE, "");
    }

    @Override
    public Map<String, String> drafts(UnitId unit) {
        return drafts.getOrDefault(unit, Map.of());
    }

    @Override
    public void draft(UnitId unit, String field, String text) {
        var kept = drafts.computeIfAbsent(unit, u -> new HashMap<>());
        if (text.isEmpty()) kept.remove(field);
        else kept.put(field, text);
    }

    @Override
    public Optional<Long> spaceLeft() {
        return Optional.empty();
    }

    @Override
    public long waiting() {
        return entries.size();
    }

    @Override
    public Optional<Instant> waitingSince() {
        return entries.stream().map(e -> e.envelope().occurredAt()).findFirst();
    }

    @Override
    public void close() {}
}
