// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.fact.CustodyFact;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.fact.TestFact;
import rotable.fact.UnitFact;
import rotable.journal.Stamp;
import rotable.unit.Release.Revocation;

/// Folds an order's release: what grants it, which labels bear it, what revokes it.
final class ReleaseFold {
    private Optional<Release> release = Optional.empty();

    void released(ReleaseFact.Released f, String by, Stamp stamp) {
        release =
                Optional.of(
                        new Release(
                                f.release(),
                                f.term(),
                                by,
                                stamp,
                                0,
                                Optional.empty(),
                                Optional.empty()));
    }

    /// A fact that changes configuration or evidence, or places a hold, revokes a release that
    /// stands; custody, notes and the next receipt don't (the domain's rule after G25).
    void revokeBy(UnitFact fact, Stamp stamp) {
        if (release.isEmpty() || !release.get().stands() || !revokes(fact)) return;
        var r = release.get();
        release =
                Optional.of(
                        new Release(
                                r.id(),
                                r.term(),
                                r.by(),
                                r.stamp(),
                                r.copies(),
                                r.confirmed(),
                                Optional.of(new Release.Revoked(why(fact), stamp))));
    }

    private static Revocation why(UnitFact fact) {
        return switch (fact) {
            case RepairFact f -> Revocation.WORK;
            case TestFact f -> Revocation.EVIDENCE;
            case IntakeFact f -> Revocation.EVIDENCE;
            case ReleaseFact.HoldPlaced f -> Revocation.HOLD;
            case ReleaseFact f -> Revocation.REJECTION;
            case CustodyFact f -> Revocation.WORK;
            case CaseFact f -> Revocation.SETTLEMENT;
        };
    }

    /// Whether a release does not outlive that a command of a unit is taken back.
    static boolean revokes(Unit unit, BenchFact.Undone undone) {
        return unit.history().stream()
                .filter(r -> r.entry().envelope().command().equals(undone.command()))
                .anyMatch(r -> r.fact() instanceof UnitFact f && revokes(f));
    }

    /// Whether a release does not outlive that fact.
    static boolean revokes(UnitFact fact) {
        return switch (fact) {
            case RepairFact f -> true;
            case TestFact f -> true;
            case IntakeFact.Checked f -> true;
            case IntakeFact.StepCancelled f -> true;
            case IntakeFact f -> false;
            case ReleaseFact.HoldPlaced f -> true;
            case ReleaseFact.Rejected f -> true;
            case ReleaseFact f -> false;
            case CustodyFact f -> false;
            case CaseFact.Settled f -> !f.tree().isEmpty() || f.merged().isPresent();
            case CaseFact.Split f -> true;
        };
    }

    /// Whether a release of a unit could not have been granted over an entry; one without effect
    /// counts where it is part of a case.
    static boolean grantedWithout(Unit unit, Recorded r) {
        var clash = r.without().flatMap(Without::clash).isPresent();
        return switch (r.fact()) {
            case UnitFact f when r.without().isEmpty() -> revokes(f);
            case UnitFact f -> clash;
            case BenchFact.Undone f when r.without().isEmpty() -> revokes(unit, f);
            default -> false;
        };
    }

    /// A further copy is to be scanned back like the first.
    void printed(CustodyFact.LabelPrinted f) {
        release =
                release.map(
                        r ->
                                new Release(
                                        r.id(),
                                        r.term(),
                                        r.by(),
                                        r.stamp(),
                                        Math.max(r.copies(), f.copy()),
                                        Optional.empty(),
                                        r.revoked()));
    }

    void confirmed(Stamp stamp) {
        release =
                release.map(
                        r ->
                                new Release(
                                        r.id(),
                                        r.term(),
                                        r.by(),
                                        r.stamp(),
                                        r.copies(),
                                        Optional.of(stamp),
                                        r.revoked()));
    }

    /// Whether a release stands that somebody did not know of.
    boolean standsUnknownTo(Stamp stamp) {
        return release.filter(Release::stands).filter(r -> !r.stamp().precedes(stamp)).isPresent();
    }

    Optional<Release> release() {
        return release;
    }
}
