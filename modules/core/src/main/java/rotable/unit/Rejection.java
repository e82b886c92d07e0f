// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import java.util.stream.Stream;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.journal.Stamp;

/// An inspector sent a unit back.
///
/// @param signed by whom and why
/// @param backTo what is to be done once more
public record Rejection(Signed signed, BackTo backTo) {
    /// Whether that was done since, or without knowing of it.
    boolean answered(Order order) {
        return done(order).anyMatch(s -> !s.precedes(signed.stamp()));
    }

    private Stream<Stamp> done(Order order) {
        // A test that was only begun, or ended without a result, tested nothing.
        var runs = order.runs().stream().filter(Rejection::judged).map(TestRun::stamp);
        var changes = order.changes().stream().map(Change::stamp);
        var checks = order.checks().values().stream().map(CheckState::stamp);
        return switch (backTo) {
            case INTAKE -> order.intake().stream().map(Signed::stamp);
            case DIAGNOSIS -> order.faults().stream().map(Signed::stamp);
            case REPAIR -> Stream.of(changes, checks, runs).flatMap(s -> s);
            case TEST -> runs;
        };
    }

    private static boolean judged(TestRun run) {
        return run.result().filter(r -> r != Result.ABORTED).isPresent();
    }

    /// The one of an order that nobody did anything about yet.
    public static Optional<Rejection> unanswered(Order order) {
        return order.rejection()
                .filter(r -> order.inspection().isEmpty())
                .filter(r -> !r.answered(order));
    }
}
