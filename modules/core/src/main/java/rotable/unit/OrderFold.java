// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rotable.fact.CaseFact;
import rotable.fact.CustodyFact;
import rotable.fact.Evidence;
import rotable.fact.Evidence.How;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.fact.ReleaseFact.Ended;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.fact.RepairFact;
import rotable.fact.TestFact;
import rotable.fact.UnitFact;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PositionId;
import rotable.journal.Stamp;

/// Folds the entries of one order.
final class OrderFold {
    private final IntakeFact.Received received;
    private final Stamp opened;
    private Declaration declared = Declaration.NOTHING;
    private final Map<String, CheckState> checks = new LinkedHashMap<>();
    private Optional<Signed> intake = Optional.empty();
    private final List<Signed> faults = new ArrayList<>();
    private final RepairFold repair;
    private final TestRuns tests = new TestRuns();
    private Optional<Signed> inspection = Optional.empty();
    private Optional<Rejection> rejection = Optional.empty();
    private final Map<String, Override> overrides = new TreeMap<>();
    private final ReleaseFold release = new ReleaseFold();
    private Optional<Ended> ended = Optional.empty();
    private Optional<Stamp> shipped = Optional.empty();
    private Optional<Over> over = Optional.empty();
    private final List<Stamp> work = new ArrayList<>();
    private Optional<Stamp> taken;
    private String bench;
    private Evidence identity;

    OrderFold(IntakeFact.Received received, Stamp opened, Map<PositionId, Optional<Child>> tree) {
        this.received = received;
        this.opened = opened;
        this.repair = new RepairFold(tree);
        this.taken = Optional.of(opened);
        this.bench = opened.bench();
        this.identity = received.evidence();
    }

    /// How the unit's stay was over, by what was placed first.
    ///
    /// @param how in words that go on with what another bench did meanwhile
    private record Over(Stamp stamp, String how) {}

    /// Work that would revoke a release, and came to an order that was over without either bench
    /// knowing of the other. The work stands and the release does not.
    Optional<Case> late(UnitFact fact, Recorded r) {
        if (fact instanceof Ended) return ended(r);
        if (over.isEmpty() || fact instanceof CaseFact || !ReleaseFold.revokes(fact))
            return Optional.empty();
        var end = over.get().stamp();
        if (end.precedes(r.stamp()) || r.stamp().precedes(end)) return Optional.empty();
        var clash = new Without.Clash(Case.Rule.CLOSED, end.hash(), r.stamp().hash());
        var why = over.get().how() + ", " + r.stamp().bench() + " went on with it";
        return Optional.of(Case.of(clash, why, r));
    }

    /// An end by somebody who did not know of work that was placed before it.
    private Optional<Case> ended(Recorded r) {
        return work.reversed().stream()
                .filter(w -> !w.precedes(r.stamp()))
                .findFirst()
                .map(
                        w ->
                                Case.of(
                                        new Without.Clash(
                                                Case.Rule.CLOSED, w.hash(), r.stamp().hash()),
                                        "%s went on with it, %s ended its order"
                                                .formatted(w.bench(), r.stamp().bench()),
                                        r));
    }

    private void over(Stamp stamp, String how) {
        over = over.or(() -> Optional.of(new Over(stamp, stamp.bench() + how)));
    }

    OrderId id() {
        return received.order();
    }

    Stamp opened() {
        return opened;
    }

    /// What was done under another stay of the unit.
    void revokeBy(UnitFact fact, Stamp stamp) {
        release.revokeBy(fact, stamp);
    }

    /// A supervisor stated what sits at a position.
    void stated(CaseFact.Stated s, Stamp stamp) {
        repair.stated(s, stamp);
    }

    void apply(UnitFact fact, Recorded r) {
        release.revokeBy(fact, r.stamp());
        if (ReleaseFold.revokes(fact) && !(fact instanceof CaseFact)) work.add(r.stamp());
        switch (fact) {
            case IntakeFact f -> intake(f, r);
            case RepairFact f -> repair.apply(f, r.stamp());
            case TestFact f -> tests.apply(f, r.stamp());
            case ReleaseFact f -> decide(f, r);
            case CustodyFact f -> custody(f, r.stamp());
            case CaseFact f -> {}
        }
    }

    private void intake(IntakeFact fact, Recorded r) {
        var stamp = r.stamp();
        switch (fact) {
            case IntakeFact.Declared f -> declared = declared.and(f);
            case IntakeFact.Checked f -> checks.put(f.step(), CheckState.of(f, stamp));
            case IntakeFact.StepCancelled f -> checks.put(f.step(), CheckState.of(f, stamp));
            case IntakeFact.IntakeSigned f -> intake = Optional.of(signed(r, ""));
            case IntakeFact.Diagnosed f ->
                    faults.add(new Signed(stamp.operator(), f.fault(), stamp));
            case IntakeFact.Adopted f -> {}
            case IntakeFact.Received f -> {}
            case IntakeFact.Noted f -> {}
        }
    }

    private void decide(ReleaseFact fact, Recorded r) {
        switch (fact) {
            // What an inspector did not know of, a release was not granted over.
            case ReleaseFact.Inspected f when release.standsUnknownTo(r.stamp()) -> {}
            case ReleaseFact.Inspected f -> inspection = Optional.of(signed(r, ""));
            case ReleaseFact.Rejected f -> {
                rejection = Optional.of(new Rejection(signed(r, f.reason()), f.backTo()));
                inspection = Optional.empty();
                if (f.backTo() == BackTo.INTAKE) intake = Optional.empty();
            }
            case ReleaseFact.Overridden f ->
                    overrides.put(
                            f.criterion(),
                            new Override(
                                    f.criterion(),
                                    f.reason(),
                                    signed(r, "").by(),
                                    f.expires(),
                                    r.stamp()));
            case ReleaseFact.Released f -> release.released(f, signed(r, "").by(), r.stamp());
            case ReleaseFact.Ended f -> end(f, r.stamp());
            case ReleaseFact.HoldPlaced f -> {}
            case ReleaseFact.HoldLifted f -> {}
        }
    }

    private void end(Ended fact, Stamp stamp) {
        ended = Optional.of(fact);
        over(stamp, " ended its order");
    }

    private void custody(CustodyFact fact, Stamp stamp) {
        switch (fact) {
            case CustodyFact.TakenInHand f -> {
                taken = Optional.of(stamp);
                bench = stamp.bench();
            }
            case CustodyFact.Parked f -> taken = Optional.empty();
            case CustodyFact.Shipped f -> {
                shipped = Optional.of(stamp);
                over(stamp, " shipped it");
            }
            case CustodyFact.LabelPrinted f -> release.printed(f);
            case CustodyFact.LabelConfirmed f -> release.confirmed(stamp);
            case CustodyFact.Moved f -> {}
            case CustodyFact.IdentityRead f -> read(f.evidence());
        }
    }

    /// What was typed says less than what was read before.
    private void read(Evidence evidence) {
        if (evidence.how() != How.TYPED || identity.how() == How.INFERRED) identity = evidence;
    }

    private static Signed signed(Recorded r, String text) {
        return new Signed(Signed.by(r), text, r.stamp());
    }

    Order done() {
        return new Order(
                received.order(),
                opened,
                identity,
                received.set(),
                received.setVersion(),
                declared,
                Collections.unmodifiableMap(checks),
                intake,
                List.copyOf(faults),
                repair.changes(),
                repair.removals(),
                repair.open(),
                repair.leftOpen(),
                tests.runs(),
                inspection,
                rejection,
                Collections.unmodifiableMap(overrides),
                release.release(),
                ended,
                shipped,
                repair.asReceived(),
                taken,
                bench);
    }
}
