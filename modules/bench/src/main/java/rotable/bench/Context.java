// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rotable.decision.World;
import rotable.fact.Evidence;
import rotable.identity.Child;
import rotable.identity.OwnId;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.UnitId;
import rotable.people.Person;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.reference.Reference;
import rotable.release.Integrity;
import rotable.release.Integrity.Damage;
import rotable.release.Line;
import rotable.unit.Order;
import rotable.unit.Unit;

/// The bench's working memory: who is signed in, what is in hand, what is pending. Only the bench
/// lane touches it; nothing in it needs to outlive the process but what the record tells anyway.
final class Context {
    final String bench;
    final DepotRecord record;
    final BenchClock clock;
    private Optional<PersonId> person = Optional.empty();
    private Optional<UnitId> hand = Optional.empty();
    private Optional<Evidence> evidence = Optional.empty();
    private Pending pending = new Pending.Nothing();
    private boolean receiving;
    private Optional<UnitId> left = Optional.empty();
    private Link link = new Link.None();
    private Optional<Damage> damage = Optional.empty();

    Context(String bench, DepotRecord record, BenchClock clock) {
        this.bench = bench;
        this.record = record;
        this.clock = clock;
    }

    Reference reference() {
        return record.reference();
    }

    /// Who is signed in, as published last: what a person may do can change meanwhile.
    Optional<Person> person() {
        return person.flatMap(reference()::person).filter(Person::active);
    }

    void person(Optional<Person> who) {
        person = who.map(Person::id);
    }

    /// Who was signed in and no longer works here.
    Optional<Person> sentAway() {
        return person.flatMap(reference()::person).filter(p -> !p.active());
    }

    Pending pending() {
        return pending;
    }

    void pending(Pending next) {
        pending = next;
    }

    void nothingPending() {
        pending = new Pending.Nothing();
    }

    boolean receiving() {
        return receiving;
    }

    void receiving(boolean on) {
        receiving = on;
    }

    Link link() {
        return link;
    }

    void link(Link now) {
        link = now;
    }

    Standing standing() throws RecordProblem {
        return new Standing.Now(bench, person(), hand(), pending, receiving);
    }

    /// The unit in hand, read from the record.
    Optional<Unit> hand() throws RecordProblem {
        return hand.isEmpty() ? Optional.empty() : Optional.of(unit(hand.get()));
    }

    Optional<UnitId> handId() {
        return hand;
    }

    Optional<Order> openOrder() throws RecordProblem {
        return hand().flatMap(Unit::openOrder);
    }

    /// Whether the unit in hand is this bench's by what everybody recorded: another bench may have
    /// taken it in hand meanwhile, or put it aside.
    boolean isTakenHere() throws RecordProblem {
        return openOrder()
                .filter(o -> o.taken().isPresent() && o.bench().equals(bench))
                .isPresent();
    }

    Evidence evidence() {
        return evidence.orElseGet(Evidence::inferred);
    }

    /// Takes a unit in hand, on the strength of a scan where there was one.
    void take(UnitId unit, Optional<Evidence> scanned) throws RecordProblem {
        hand = Optional.of(unit);
        left = Optional.empty();
        evidence = scanned;
        recheck();
    }

    /// The unit in hand was shipped: what was read of it before says nothing of its return.
    void unread() {
        left = hand;
    }

    boolean hasLeft() {
        return hand.isPresent() && hand.equals(left);
    }

    void putDown() {
        hand = Optional.empty();
        evidence = Optional.empty();
    }

    /// Rehashes the entries of the unit in hand.
    void recheck() throws RecordProblem {
        if (hand.isPresent()) damage = record.damage(hand.get());
    }

    /// The world that an intent is decided in.
    ///
    /// @param also components and other units that the intent names
    World world(List<UnitId> also) throws RecordProblem {
        var unit = hand();
        var units = new HashMap<UnitId, Unit>();
        for (var id : also) add(units, id);
        for (var id : unit.map(Context::components).orElse(List.of())) add(units, id);
        var chains = hand.isPresent() ? record.integrity(hand.get()) : record.integrity();
        var sound = new Integrity(chains.verifiedTo(), chains.head(), damage.or(chains::damage));
        return new World(bench, reference(), unit, units, sound, clock.instant(), this::ownId);
    }

    private void add(Map<UnitId, Unit> units, UnitId id) throws RecordProblem {
        units.put(id, unit(id));
        var parent = record.unit(id).installedIn().map(p -> p.parent());
        if (parent.isPresent() && !units.containsKey(parent.get()))
            units.put(parent.get(), unit(parent.get()));
    }

    /// A unit with the holds that are on their way here.
    private Unit unit(UnitId id) throws RecordProblem {
        return record.unit(id).heldBy(record.holdsAhead(id));
    }

    private static List<UnitId> components(Unit unit) {
        var ids = new ArrayList<UnitId>();
        for (var child : unit.children().values()) child.flatMap(Child::asUnit).ifPresent(ids::add);
        return ids;
    }

    /// The gate of a unit that is not in hand.
    List<Line> gateOf(Unit unit) throws RecordProblem {
        var units = new HashMap<UnitId, Unit>();
        for (var id : components(unit)) add(units, id);
        return new World(
                        bench,
                        reference(),
                        Optional.of(unit.heldBy(record.holdsAhead(unit.id()))),
                        units,
                        record.integrity(unit.id()),
                        clock.instant(),
                        this::ownId)
                .gate(Optional.empty());
    }

    /// Units whose serial begins like that, and the unit of our own number.
    List<UnitId> find(String text) throws RecordProblem {
        var found = new ArrayList<UnitId>();
        if (text.isEmpty()) return found;
        record.unitOf(text.toUpperCase(Locale.ROOT)).ifPresent(found::add);
        found.addAll(record.unitsBeginning(text));
        return found;
    }

    /// Whether a typed serial of that part is compared with those that have two characters the
    /// other way round: where the depot wants it, and it is not false too often.
    boolean warnsOfTranspositions(PartId part) throws RecordProblem {
        return reference().entryPolicy(part).transpositions()
                && LookAlikes.worthWarning(record.serialsOf(part));
    }

    /// Whether the depot returns such units to service, and does not only install them.
    boolean isReceivable(UnitId id) {
        return reference().part(id.part()).filter(p -> p.criteriaSet().isPresent()).isPresent();
    }

    Map<String, String> drafts() throws RecordProblem {
        return hand.isEmpty() ? Map.of() : record.drafts(hand.get());
    }

    private String ownId(OwnId.Kind kind) {
        var code = requireNonNull(reference().benches().get(bench)).code();
        var head = record.head();
        return OwnId.make(kind, code, head.ordinal(), head.seq() + 1);
    }
}
