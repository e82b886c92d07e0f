// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rotable.identity.UnitId;
import rotable.journal.Stamp;
import rotable.part.CriteriaSet;
import rotable.part.TestSpec;
import rotable.people.Person;
import rotable.reference.Reference;
import rotable.unit.Change;
import rotable.unit.Order;
import rotable.unit.TestRun;
import rotable.unit.Unit;

/// Everything that the return of one unit to service is judged by.
///
/// @param components the units installed in it, as far as they are known
/// @param releaser who asks for the release; absent while nobody does
/// @param now the bench's clock; it dates overrides, it orders nothing
public record Question(
        Unit unit,
        Order order,
        CriteriaSet set,
        Reference reference,
        Map<UnitId, Unit> components,
        Optional<Person> releaser,
        Integrity integrity,
        Instant now) {
    /// The day of an entry, in the depot's zone.
    LocalDate day(Stamp stamp) {
        return stamp.at().atZone(reference.zone()).toLocalDate();
    }

    /// The last run of a test that ended with PASS or FAIL, and passed.
    Optional<TestRun> lastPass(TestSpec test) {
        return order.runs(test.id()).reversed().stream()
                .filter(
                        r ->
                                r.result()
                                        .filter(
                                                x ->
                                                        x
                                                                == rotable.fact.TestFact.TestEnded
                                                                        .Result.PASS)
                                        .isPresent())
                .findFirst();
    }

    /// Whether a change makes a test's evidence stale.
    boolean affects(Change change, TestSpec test) {
        return affects(change, test, reference);
    }

    /// The same by some reference data.
    public static boolean affects(Change change, TestSpec test, Reference reference) {
        if (change.affects().isPresent()) return change.affects().get().contains(test.id());
        return change.child()
                .flatMap(c -> reference.part(c.part()))
                .map(p -> p.affects(test.id()))
                .orElse(true);
    }

    /// Everything an inspection must come after: changes, checklist answers, test runs.
    List<Work> work() {
        return work(order);
    }

    /// The same of an order.
    static List<Work> work(Order order) {
        var changes =
                order.changes().stream()
                        .map(c -> new Work(c.described(), c.stamp(), c.stamp().operator()));
        var checks =
                order.checks().values().stream()
                        .map(c -> new Work(c.fact().step(), c.stamp(), c.stamp().operator()));
        var runs =
                order.runs().stream().map(r -> new Work(r.test(), r.stamp(), r.stamp().operator()));
        return Stream.of(changes, checks, runs).flatMap(s -> s).toList();
    }

    /// A piece of work, who did it and where it stands.
    record Work(String text, Stamp stamp, String by) {}
}
