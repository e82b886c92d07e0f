// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import rotable.identity.PersonId;
import rotable.journal.Stamp;
import rotable.part.Step;
import rotable.people.Person;
import rotable.people.Qualification;
import rotable.people.Qualification.Process;
import rotable.release.Line.Answer;
import rotable.unit.Change;
import rotable.unit.Rejection;
import rotable.unit.Signed;
import rotable.unit.TestRun;

/// G13 to G15: who worked, who inspected, who releases.
final class PeopleCriteria {
    private PeopleCriteria() {}

    static List<Answer> technicianQualified(Question q) {
        var problems = new ArrayList<Answer>();
        // A supervisor who states what sits where has repaired nothing.
        var changes = q.order().changes().stream().filter(c -> !c.stated()).toList();
        for (int i = 0; i < changes.size(); i++) {
            var c = changes.get(i);
            if (!isRedone(c, changes.subList(i + 1, changes.size())))
                unqualified(q, c.stamp(), Process.REPAIR, c.described(), problems);
        }
        for (var step : q.set().steps(Step.Phase.REPAIR)) {
            var check = q.order().checks().get(step.id());
            if (check != null) unqualified(q, check.stamp(), Process.REPAIR, step.text(), problems);
        }
        // A run that was repeated counts no more.
        for (var test : q.set().tests())
            q.order().runs(test.id()).stream()
                    .reduce((a, b) -> b)
                    .map(TestRun::stamp)
                    .ifPresent(s -> unqualified(q, s, Process.TEST, test.id(), problems));
        if (!problems.isEmpty()) {
            var said = new HashSet<Finding>();
            return problems.stream().filter(p -> said.add(p.finding())).toList();
        }
        return List.of(Line.holds(new Finding.AllQualified()));
    }

    /// What was put in and taken out again is no work that goes into service, like a run that was
    /// repeated.
    private static boolean isRedone(Change change, List<Change> later) {
        return change.position().isPresent()
                && later.stream()
                        .filter(c -> c.kind() == Change.Kind.REMOVED)
                        .anyMatch(c -> c.position().equals(change.position()));
    }

    private static void unqualified(
            Question q, Stamp stamp, Process process, String work, List<Answer> problems) {
        var person = PersonId.of(stamp.operator()).flatMap(q.reference()::person);
        var part = q.unit().id().part();
        if (isQualified(q, stamp.operator(), process, stamp)) return;
        var until = person.flatMap(p -> p.qualification(process, part)).map(Qualification::until);
        problems.add(
                Line.fails(
                        new Finding.NotQualified(
                                q.reference().nameOf(stamp.operator()),
                                process.name(),
                                until,
                                work),
                        stamp));
    }

    /// By the last day of the qualification as it is published now, which says what held on any
    /// day. Where it is published no more, by what the author had seen: what is taken away later
    /// changes nothing, and what was taken away meanwhile is a case and no more.
    private static boolean isQualified(Question q, String by, Process process, Stamp work) {
        var part = q.unit().id().part();
        var id = PersonId.of(by);
        var now = id.flatMap(q.reference()::person).flatMap(p -> p.qualification(process, part));
        return now.or(
                        () ->
                                id.flatMap(i -> q.reference().personTo(work, i))
                                        .flatMap(p -> p.qualification(process, part)))
                .filter(qualification -> !qualification.until().isBefore(q.day(work)))
                .isPresent();
    }

    static List<Answer> inspected(Question q) {
        if (!q.set().dualSignOff())
            return List.of(
                    Rejection.unanswered(q.order())
                            .map(r -> rejected(q, r.signed()))
                            .orElseGet(() -> Line.notApplicable()));
        return List.of(
                q.order().inspection().map(s -> judge(q, s)).orElseGet(() -> notInspected(q)));
    }

    private static Answer notInspected(Question q) {
        var rejection = Rejection.unanswered(q.order()).map(Rejection::signed);
        if (rejection.isPresent()) return rejected(q, rejection.get());
        var ready = q.set().tests().stream().allMatch(t -> q.lastPass(t).isPresent());
        return ready
                ? Line.fails(new Finding.InspectionMissing())
                : Line.waits(new Finding.AfterTheTests());
    }

    private static Answer rejected(Question q, Signed rejection) {
        var who = q.reference().nameOf(rejection.by());
        return Line.fails(new Finding.RejectedBy(who, rejection.text()), rejection.stamp());
    }

    private static Answer judge(Question q, Signed inspection) {
        var after = q.work().stream().filter(w -> !w.stamp().precedes(inspection.stamp())).toList();
        if (!after.isEmpty()) {
            var last = after.getLast();
            return Line.fails(
                    new Finding.InspectionStale(
                            inspection.stamp().at(), last.text(), last.stamp().at()),
                    inspection.stamp(),
                    last.stamp());
        }
        return who(q, inspection)
                .map(f -> Line.fails(f, inspection.stamp()))
                .orElseGet(
                        () ->
                                Line.holds(
                                        new Finding.InspectedBy(
                                                q.reference().nameOf(inspection.by()),
                                                inspection.stamp().at()),
                                        inspection.stamp()));
    }

    private static Optional<Finding> who(Question q, Signed inspection) {
        var name = q.reference().nameOf(inspection.by());
        if (q.work().stream().anyMatch(w -> w.by().equals(inspection.by())))
            return Optional.of(new Finding.InspectedByTechnician(name));
        return isQualified(q, inspection.by(), Process.INSPECT, inspection.stamp())
                ? Optional.empty()
                : Optional.of(new Finding.InspectorNotQualified(name));
    }

    static List<Answer> releaserAuthorised(Question q) {
        var release = q.order().release().filter(r -> r.stands());
        if (q.releaser().isEmpty() && release.isPresent())
            return List.of(
                    Line.holds(
                            new Finding.ReleaserAuthorised(
                                    q.reference().nameOf(release.get().by())),
                            release.get().stamp()));
        if (q.order().ended().isPresent() || q.order().shipped().isPresent())
            return List.of(Line.waits(new Finding.StayOver()));
        if (q.releaser().isEmpty()) return List.of(Line.waits(new Finding.ReleaserAwaited()));
        var person = q.releaser().get();
        if (authorised(q, person))
            return List.of(Line.holds(new Finding.ReleaserAuthorised(person.name())));
        return List.of(
                Line.fails(
                        new Finding.ReleaserNotAuthorised(
                                person.name(), q.unit().id().part().number())));
    }

    private static boolean authorised(Question q, Person person) {
        var today = q.now().atZone(q.reference().zone()).toLocalDate();
        return person.active()
                && person.is(rotable.people.Role.RELEASER)
                && person.qualified(Process.RELEASE, q.unit().id().part(), today);
    }
}
