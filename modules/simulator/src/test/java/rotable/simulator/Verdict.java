// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import rotable.exchange.CentralProblem;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.fact.IntakeFact;
import rotable.identity.Child;
import rotable.identity.UnitId;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.journal.Sha256;
import rotable.journal.Stamp;
import rotable.record.RecordProblem;
import rotable.release.Finding;
import rotable.release.Line;
import rotable.release.ReturnToServiceGate;
import rotable.simulator.Faults.Fault;
import rotable.store.DerbyRecord;
import rotable.unit.Case;
import rotable.unit.Order;
import rotable.unit.Recorded;
import rotable.unit.Release;
import rotable.unit.Undoing;
import rotable.unit.Unit;

/// What has to be true of a depot when everybody has exchanged everything.
// Everything that is looked at, and so longer than most.
final class Verdict {
    /// What is known at a bench after these is not what its people knew.
    static final Set<Fault> OF_DISKS =
            EnumSet.of(Fault.TAIL_LOST, Fault.BENCH_RESTORED, Fault.CLONED);

    private final Simulation run;
    private final List<String> wrong = new ArrayList<>();

    private Verdict(Simulation run) {
        this.run = run;
        wrong.addAll(run.wrong());
    }

    /// What is not as it must be; empty where all is.
    ///
    /// @param newcomers whether also to let a new bench take everything in
    /// @param thorough whether also to fold everything anew and to verify every signature
    static List<String> of(Simulation run, boolean newcomers, boolean thorough)
            throws RecordProblem, CentralProblem {
        var verdict = new Verdict(run);
        verdict.everybodyHasEverythingOnce();
        verdict.nothingPromisedIsLost();
        verdict.allSeeTheSame(newcomers, thorough);
        verdict.releasesAreSound();
        verdict.everythingIsInOnePlace();
        if (Collections.disjoint(run.faults().happened().keySet(), OF_DISKS))
            verdict.causesAreTrue();
        return verdict.wrong;
    }

    /// The histories of all units, for whoever looks into one seed.
    static void tell(Simulation run) throws RecordProblem {
        var record = run.stations().getFirst().record();
        for (var id : Deeds.all(record)) {
            System.out.println(id);
            for (var r : record.unit(id).history())
                System.out.printf(
                        "  %d seen %d %s/%d/%d %s %s%n",
                        r.stamp().position(),
                        r.stamp().seen(),
                        r.stamp().bench(),
                        r.stamp().epoch().ordinal(),
                        r.stamp().seq(),
                        r.fact(),
                        r.without().map(w -> "WITHOUT EFFECT " + w).orElse(""));
        }
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) wrong.add(otherwise);
    }

    private void everybodyHasEverythingOnce() throws RecordProblem {
        var central = run.centre().lines();
        check(new HashSet<>(central).size() == central.size(), "the centre has an entry twice");
        for (var station : run.stations()) {
            var lines = new ArrayList<String>();
            station.record().lines(lines::add);
            check(lines.equals(central), station.name() + different(lines, central));
            check(station.record().waiting() == 0, station.name() + " waits to send");
            check(!station.stopped, station.name() + " stands still");
        }
    }

    private static String different(List<String> here, List<String> there) {
        var more = new ArrayList<>(here);
        more.removeAll(new HashSet<>(there));
        var less = new ArrayList<>(there);
        less.removeAll(new HashSet<>(here));
        return " has other entries than the centre: +%d %s -%d %s"
                .formatted(
                        more.size(),
                        more.stream().findFirst().orElse(""),
                        less.size(),
                        less.stream().findFirst().orElse(""));
    }

    private void nothingPromisedIsLost() {
        var placed = new HashSet<String>();
        for (var line : run.centre().lines()) placed.add(EntryCodec.hash(Realm.RECORD, line));
        for (var line : run.centre().beside()) placed.add(EntryCodec.hash(Realm.RECORD, line));
        for (var station : run.stations())
            for (var hash : station.promised)
                check(placed.contains(hash), "an entry of " + station.name() + " is lost " + hash);
    }

    private void allSeeTheSame(boolean newcomers, boolean thorough)
            throws RecordProblem, CentralProblem {
        var states = new TreeSet<String>();
        for (var station : run.stations()) states.add(state(station.record()));
        check(states.size() == 1, "not the same state");
        if (!newcomers) return;
        var newcomer = run.newcomer().record();
        states.add(state(newcomer));
        check(states.size() == 1, "read at once it is another state");
        if (!thorough) return;
        var some = run.stations().getFirst().record();
        var before = some.stateHash();
        some.rebuild();
        check(before.equals(some.stateHash()), "folded anew it is another state");
        check(newcomer.verifyChains().damage().isEmpty(), "a chain is broken");
    }

    private static String state(DerbyRecord record) throws RecordProblem {
        return record.centralHash() + cases(record);
    }

    private static Set<String> cases(DerbyRecord record) throws RecordProblem {
        var ids = new TreeSet<String>();
        for (var id : Deeds.units(record))
            for (var c : record.unit(id).cases()) ids.add(c.id() + c.rule() + c.isOpen());
        return ids;
    }

    /// A release that stands is one that the gate would grant on all that is known now; apart from
    /// entries that came later and that no program here understands.
    private void releasesAreSound() throws RecordProblem {
        var record = run.stations().getFirst().record();
        for (var id : Deeds.units(record)) {
            var unit = record.unit(id);
            if (unit.order().flatMap(Order::release).filter(Release::stands).isEmpty()) continue;
            var gate =
                    Deeds.world(record, run.now(), unit)
                            .gate(Optional.of(Deeds.person(record, "lee")));
            for (var line : ReturnToServiceGate.blockers(gate))
                check(cameLater(record, unit, line), id + " was released all the same: " + line);
        }
    }

    /// What no program here understands, and a case of a component that the releaser could not know
    /// of, don't revoke a release: it is looked at again.
    private static boolean cameLater(DerbyRecord record, Unit unit, Line line)
            throws RecordProblem {
        if (line.id().equals("G25")) return true;
        var release = unit.order().flatMap(Order::release).orElseThrow().stamp();
        if (line.finding() instanceof Finding.Disputed d && d.rule() == Case.Rule.RIGHTS)
            return notKnown(record, unit, release);
        for (var id : Deeds.all(record))
            for (var r : record.unit(id).history())
                if (line.facts().contains(r.stamp().hash()) && r.stamp().precedes(release))
                    return false;
        return line.finding() instanceof Finding.Disputed;
    }

    /// Whether the releaser did not know that rights had been taken away from those who worked.
    private static boolean notKnown(DerbyRecord record, Unit unit, Stamp release)
            throws RecordProblem {
        for (var id : unit.judged().toList())
            for (var c : record.unit(id).openCases())
                if (c.rule() == Case.Rule.RIGHTS
                        && record.recorded(c.first()).orElseThrow().stamp().precedes(release))
                    return false;
        return true;
    }

    /// A component is in one position, and knows of it.
    private void everythingIsInOnePlace() throws RecordProblem {
        var record = run.stations().getFirst().record();
        var places = new HashMap<UnitId, String>();
        for (var id : Deeds.units(record))
            for (var at : record.unit(id).children().entrySet()) {
                var child = at.getValue().flatMap(Child::asUnit);
                if (child.isEmpty()) continue;
                var here = id + " " + at.getKey();
                var other = places.put(child.get(), here);
                check(other == null, child.get() + " is in " + other + " and in " + here);
                var says = record.unit(child.get()).installedIn();
                check(
                        says.filter(p -> p.is(id, at.getKey())).isPresent(),
                        child.get() + " is in " + here + " and says " + says);
            }
    }

    /// Evidence is newer than every change it covers, and a case is between two who did not know of
    /// each other, as it really was.
    private void causesAreTrue() throws RecordProblem {
        var record = run.stations().getFirst().record();
        var all = new HashMap<String, Recorded>();
        for (var id : Deeds.all(record))
            for (var r : record.unit(id).history()) all.put(r.stamp().hash(), r);
        for (var id : Deeds.all(record)) {
            var unit = record.unit(id);
            unit.order()
                    .filter(o -> o.release().filter(Release::stands).isPresent())
                    .ifPresent(this::evidenceIsNewer);
            for (var c : unit.cases()) {
                var first = all.get(c.first());
                check(
                        first == null || !run.truth().ordered(first, c.second()),
                        "a case of two who knew: " + c.text());
            }
            for (var r : unit.history()) receiptsAreCases(unit, r);
            for (var r : unit.history()) settlementsAreCases(unit, r);
            nothingWasBuiltOnWhatIsUndone(unit);
        }
    }

    private void evidenceIsNewer(Order order) {
        var begun = order.runs("T").getLast().begun().hash();
        for (var change : order.changes())
            check(
                    run.truth().knew(begun, change.stamp().hash(), change.stamp().position()),
                    order.id() + " was released by a test that did not know of a change");
    }

    private void nothingWasBuiltOnWhatIsUndone(Unit unit) {
        for (int i = 0; i < unit.history().size(); i++) {
            var r = unit.history().get(i);
            if (!(r.fact() instanceof BenchFact.Undone u) || r.without().isPresent()) continue;
            var before = Unit.of(unit.id(), unit.history().subList(0, i));
            check(
                    Undoing.builtOn(before, u.command()).isEmpty(),
                    unit.id() + ": what something was built on is taken back");
        }
    }

    /// Two who received one unit without knowing of each other made a case.
    private void receiptsAreCases(Unit unit, Recorded second) {
        if (!(second.fact() instanceof IntakeFact.Received f)) return;
        var undone = new HashSet<String>();
        for (var r : unit.history())
            if (r.fact() instanceof BenchFact.Undone u && r.without().isEmpty())
                undone.add(u.command());
        if (undone.contains(second.entry().envelope().command())) return;
        // As they were placed, and as they count since units were told apart.
        var before =
                Stream.concat(unit.history().stream(), unit.own().stream())
                        .filter(r -> r.fact() instanceof IntakeFact.Received)
                        .filter(r -> r.without().isEmpty())
                        .filter(r -> !undone.contains(r.entry().envelope().command()))
                        .filter(r -> r.stamp().position() < second.stamp().position())
                        .toList();
        // One that has effect is asked about the stays of its own unit, as they were told apart.
        var has = second.without().isEmpty();
        var its = before.stream().filter(r -> !has || isOf(unit, r)).toList();
        if (has && (its.isEmpty() || !f.unit().equals(unit.id()) || !isOf(unit, second))) return;
        if (its.stream().allMatch(r -> run.truth().concurrent(r, second)))
            check(
                    unit.cases().stream()
                            .anyMatch(c -> c.second().stamp().hash().equals(second.stamp().hash())),
                    unit.id() + " was received twice, and that is no case");
    }

    /// Two who said two things of one case without knowing of each other made another one.
    private void settlementsAreCases(Unit unit, Recorded second) {
        if (second.without().isEmpty() || unit.isNoUnit()) return;
        // Of the unit that it is about: what names the address may be the second one's.
        if (!(second.fact() instanceof CaseFact f) || !unit.owner(f).equals(unit.id())) return;
        var command = second.entry().envelope().command();
        var told =
                unit.cases().stream()
                        .anyMatch(c -> c.second().entry().envelope().command().equals(command));
        for (var first : unit.history())
            if (first.without().isEmpty()
                    && first.fact() instanceof CaseFact g
                    && !Collections.disjoint(disputes(g), disputes(f))
                    && run.truth().concurrent(first, second)
                    && !said(unit, first).equals(said(unit, second)))
                check(told, unit.id() + " was settled in two ways, and that is no case");
    }

    private static List<String> disputes(CaseFact fact) {
        return switch (fact) {
            case CaseFact.Settled f -> List.of(f.dispute());
            case CaseFact.Split f -> f.disputes();
        };
    }

    /// What a settlement came to: a tag, an order that counts for another, what sits where.
    private static List<Object> said(Unit unit, Recorded settlement) {
        var said = new ArrayList<Object>();
        for (var r : unit.history()) {
            if (!r.entry().envelope().command().equals(settlement.entry().envelope().command()))
                continue;
            if (r.fact() instanceof CaseFact.Split f) said.add(f.second());
            if (r.fact() instanceof CaseFact.Settled f) {
                said.addAll(f.merged().stream().toList());
                said.addAll(f.tree());
            }
        }
        return said;
    }

    private static boolean isOf(Unit unit, Recorded r) {
        return r.fact() instanceof IntakeFact.Received f && unit.owner(f).equals(unit.id());
    }

    /// All of a run in one hash: equal for two runs only if they were the same.
    static String trace(Simulation run) throws RecordProblem {
        var record = run.stations().getFirst().record();
        return Sha256.hex(
                "rotable-trace-1\n",
                String.join("\n", run.centre().lines()) + record.stateHash() + run.now());
    }
}
