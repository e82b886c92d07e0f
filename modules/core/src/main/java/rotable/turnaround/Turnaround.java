// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.turnaround;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.fact.BenchFact;
import rotable.fact.CustodyFact;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.reference.Reference;
import rotable.unit.Order;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// How long an order took, and what the unit waited for: the domain's measures of time (§4).
///
/// @param gross from receipt to shipping, or to the end of the order, or until now
/// @param stages how long the unit was in each stage; together exactly the gross time
/// @param touch the length of the union of the intervals in which somebody had it in hand or a test
///   ran
public record Turnaround(Duration gross, Map<Wait, Duration> stages, Duration touch) {
    /// What a unit can be waiting for.
    public enum Wait {
        INTAKE,
        DIAGNOSIS,
        REPAIR,
        TEST,
        INSPECTION,
        RELEASE,
        LABEL_AND_SHIPPING,
        ON_HOLD
    }

    private record Interval(Instant from, Instant to) {}

    /// The times of a unit's order.
    ///
    /// @param reference tells the order's criteria
    /// @param now what an order that is still open is measured to
    public static Turnaround of(Unit unit, Order order, Reference reference, Instant now) {
        var entries = entries(unit, order);
        var end = end(entries).orElse(now);
        var clock = new Clock(order.opened().at(), end, new Waiting(order, reference));
        for (var r : entries) clock.pass(r);
        clock.finish();
        return new Turnaround(
                Duration.between(order.opened().at(), clock.at),
                Collections.unmodifiableMap(clock.spent),
                union(touched(order, entries, clock.at)));
    }

    /// What took effect between this receipt and the next.
    private static List<Recorded> entries(Unit unit, Order order) {
        var undone = new HashSet<String>();
        for (var r : unit.own())
            if (r.fact() instanceof BenchFact.Undone u) undone.add(u.command());
        return unit.own().stream()
                .filter(r -> order.opened().precedes(r.stamp()))
                .filter(r -> r.without().isEmpty())
                .takeWhile(r -> !(r.fact() instanceof IntakeFact.Received))
                .filter(r -> !undone.contains(r.entry().envelope().command()))
                .toList();
    }

    /// Gross less touch: the time in which nobody and nothing worked on the unit.
    public Duration waiting() {
        return gross.minus(touch);
    }

    private static Optional<Instant> end(List<Recorded> entries) {
        return entries.stream()
                .filter(r -> ends(r))
                .map(r -> r.stamp().at())
                .reduce((first, last) -> last);
    }

    private static boolean ends(Recorded r) {
        return r.fact() instanceof CustodyFact.Shipped || r.fact() instanceof ReleaseFact.Ended;
    }

    /// Goes through an order's entries and books the time between them. A bench's clock that was
    /// set back adds nothing and takes nothing away.
    private static final class Clock {
        private final Map<Wait, Duration> spent = new EnumMap<>(Wait.class);
        private final Instant end;
        private final Waiting waiting;
        private Instant at;
        private Wait stage = Wait.INTAKE;
        private int holds;

        Clock(Instant opened, Instant end, Waiting waiting) {
            this.waiting = waiting;
            this.at = opened;
            this.end = end;
        }

        void pass(Recorded r) {
            book(r.stamp().at());
            if (r.fact() instanceof ReleaseFact.HoldPlaced) holds++;
            if (r.fact() instanceof ReleaseFact.HoldLifted) holds--;
            stage = waiting.after(r);
        }

        void finish() {
            book(end);
        }

        private void book(Instant to) {
            var until = to.isAfter(end) ? end : to;
            if (!until.isAfter(at)) return;
            var on = holds > 0 ? Wait.ON_HOLD : stage;
            spent.merge(on, Duration.between(at, until), Duration::plus);
            at = until;
        }
    }

    /// When somebody had the unit in hand, and when a test ran.
    private static List<Interval> touched(Order order, List<Recorded> entries, Instant end) {
        var intervals = new ArrayList<Interval>();
        var since = Optional.of(order.opened().at());
        for (var r : entries) {
            var at = r.stamp().at();
            if (r.fact() instanceof CustodyFact.TakenInHand && since.isEmpty())
                since = Optional.of(at);
            if (leavesHand(r)) {
                since.ifPresent(s -> intervals.add(new Interval(s, at)));
                since = Optional.empty();
            }
        }
        since.ifPresent(s -> intervals.add(new Interval(s, end)));
        for (var run : order.runs())
            intervals.add(new Interval(run.begun().at(), run.ended().map(e -> e.at()).orElse(end)));
        return intervals;
    }

    private static boolean leavesHand(Recorded r) {
        return r.fact() instanceof CustodyFact.Parked || ends(r);
    }

    private static Duration union(List<Interval> intervals) {
        var total = Duration.ZERO;
        Instant covered = Instant.MIN;
        var sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(Interval::from));
        for (var i : sorted) {
            var from = i.from().isAfter(covered) ? i.from() : covered;
            if (!i.to().isAfter(from)) continue;
            total = total.plus(Duration.between(from, i.to()));
            covered = i.to();
        }
        return total;
    }
}
