// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.fact.Evidence;
import rotable.fact.ReleaseFact.Ended;
import rotable.fact.RepairFact.Removed.Match;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PositionId;
import rotable.journal.Stamp;

/// One stay of a unit at the depot, from receipt to its end.
///
/// @param evidence how its identity was read, the best there is: scanned rather than typed
/// @param set the criteria set it is pinned to, in the version it was opened under
/// @param open positions whose component was removed and not replaced; the value is when
/// @param leftOpen positions that stay open with leave
/// @param taken who has it in hand now, and since when; absent while it is parked
/// @param bench where it was last taken in hand
/// @param ended how it ended other than by release
public record Order(
        OrderId id,
        Stamp opened,
        Evidence evidence,
        String set,
        int setVersion,
        Declaration declared,
        Map<String, CheckState> checks,
        Optional<Signed> intake,
        List<Signed> faults,
        List<Change> changes,
        List<Removal> removals,
        Map<PositionId, Stamp> open,
        Map<PositionId, Signed> leftOpen,
        List<TestRun> runs,
        Optional<Signed> inspection,
        Optional<Rejection> rejection,
        Map<String, Override> overrides,
        Optional<Release> release,
        Optional<Ended> ended,
        Optional<Stamp> shipped,
        Map<PositionId, Optional<Child>> asReceived,
        Optional<Stamp> taken,
        String bench) {
    /// Whether work goes on: neither ended nor validly released.
    public boolean isOpen() {
        return ended.isEmpty() && shipped.isEmpty() && release.filter(Release::stands).isEmpty();
    }

    /// Whether it was released, and its label was not scanned back yet.
    public boolean awaitsLabel() {
        var unconfirmed = release.filter(Release::stands).filter(r -> r.confirmed().isEmpty());
        return unconfirmed.isPresent() && shipped.isEmpty() && ended.isEmpty();
    }

    /// Whether it ended without a release, and the unit has not left.
    public boolean awaitsShipping() {
        return ended.isPresent() && shipped.isEmpty();
    }

    /// All runs of a test, oldest first.
    public List<TestRun> runs(String test) {
        return runs.stream().filter(r -> r.test().equals(test)).toList();
    }

    /// The run that is under way, of any test; the newest if there are several.
    public List<TestRun> running() {
        return runs.stream().filter(r -> r.ended().isEmpty()).toList();
    }

    /// The runs under way that a bench goes on with: begun there, or known there when it took the
    /// unit in hand. What somebody measures at another bench is not asked for here.
    public List<TestRun> running(String at) {
        var here = taken.filter(t -> t.bench().equals(at));
        return running().stream()
                .filter(
                        r ->
                                r.begun().bench().equals(at)
                                        || here.filter(r.begun()::precedes).isPresent())
                .toList();
    }

    /// Positions that are open without leave.
    public List<PositionId> unfilled() {
        return open.keySet().stream().filter(p -> !leftOpen.containsKey(p)).toList();
    }

    /// Removals that did not match, or could not be read, and that nobody decided on yet.
    public List<Removal> undecided() {
        return removals.stream()
                .filter(r -> r.dispositioned().isEmpty())
                .filter(
                        r ->
                                r.fact().match() == Match.MISMATCHED
                                        || r.fact().match() == Match.UNREADABLE)
                .toList();
    }
}
