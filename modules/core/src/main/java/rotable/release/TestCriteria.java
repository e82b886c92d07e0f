// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rotable.fact.Reading;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.journal.Stamp;
import rotable.part.Measure;
import rotable.part.Measure.Source;
import rotable.part.TestSpec;
import rotable.release.Line.Answer;
import rotable.unit.Change;
import rotable.unit.TestRun;

/// G07 to G10 and G12: the tests, whether they still count, and what they were taken with.
final class TestCriteria {
    private TestCriteria() {}

    static List<Answer> testsPassed(Question q) {
        return each(q, t -> passMissing(q, t), n -> new Finding.TestsPassed(n));
    }

    private static Finding underWay(TestSpec test, TestRun run) {
        if (test.timed().isEmpty()) return new Finding.ValueAwaited(test.id());
        return run.timer()
                .<Finding>map(since -> new Finding.TestRunning(test.id(), since.at()))
                .orElseGet(() -> new Finding.TimerNotStarted(test.id()));
    }

    private static Optional<Answer> passMissing(Question q, TestSpec test) {
        if (q.lastPass(test).isPresent()) return Optional.empty();
        var runs = q.order().runs(test.id());
        if (runs.isEmpty()) return Optional.of(Line.fails(new Finding.TestMissing(test.id())));
        var last = runs.getLast();
        if (last.ended().isEmpty())
            return Optional.of(Line.waits(underWay(test, last), last.begun()));
        return Optional.of(
                Line.fails(
                        new Finding.TestWithoutPass(
                                test.id(), last.result().map(Result::name).orElse("")),
                        last.stamp()));
    }

    static List<Answer> evidenceFresh(Question q) {
        return each(q, t -> stale(q, t), n -> new Finding.EvidenceFresh(n));
    }

    /// A PASS counts only if every change it covers precedes the beginning of its run.
    private static Optional<Answer> stale(Question q, TestSpec test) {
        var pass = q.lastPass(test);
        if (pass.isEmpty()) return Optional.empty();
        var begun = pass.get().begun();
        var changes =
                q.order().changes().stream()
                        .filter(c -> q.affects(c, test) && !c.stamp().precedes(begun))
                        .toList();
        if (changes.isEmpty()) return Optional.empty();
        return Optional.of(staleLine(test, pass.get(), changes.getLast()));
    }

    private static Answer staleLine(TestSpec test, TestRun pass, Change change) {
        var text = change.described();
        var changedAt = change.stamp().at();
        var passedAt = pass.stamp().at();
        var end = pass.stamp();
        Finding finding;
        if (end.precedes(change.stamp()))
            finding = new Finding.EvidenceStale(test.id(), text, changedAt, passedAt);
        else if (change.stamp().precedes(end))
            finding = new Finding.ChangedMeanwhile(test.id(), text, changedAt);
        else finding = new Finding.EvidenceConcurrent(test.id(), text, changedAt, passedAt);
        return Line.fails(finding, pass.stamp(), change.stamp());
    }

    static List<Answer> valuesHold(Question q) {
        return each(q, t -> badValue(q, t), n -> new Finding.ValuesHold(n));
    }

    private static Optional<Answer> badValue(Question q, TestSpec test) {
        var pass = q.lastPass(test);
        if (pass.isEmpty()) return Optional.empty();
        for (var m : test.measures()) {
            var reading = pass.get().reading(m.name());
            if (reading.filter(r -> holds(m, r, q.unit().id().nameplate())).isEmpty())
                return Optional.of(
                        Line.fails(
                                new Finding.ValueOutOfLimits(
                                        test.id(),
                                        reading.map(TestCriteria::text).orElse("nothing"),
                                        m.limits()),
                                pass.get().stamp()));
        }
        return laterFail(q, test, pass.get());
    }

    /// A FAIL that whoever began the PASS did not know of: a later one, or one of another bench.
    private static Optional<Answer> laterFail(Question q, TestSpec test, TestRun pass) {
        return q.order().runs(test.id()).stream()
                .filter(r -> r.result().filter(x -> x == Result.FAIL).isPresent())
                .filter(r -> !r.stamp().precedes(pass.begun()))
                .findFirst()
                .map(r -> Line.fails(failed(test, pass, r.stamp()), r.stamp()));
    }

    private static Finding failed(TestSpec test, TestRun pass, Stamp fail) {
        return pass.stamp().precedes(fail)
                ? new Finding.FailedAfterPass(test.id(), fail.at())
                : new Finding.FailedElsewhere(test.id(), fail.at(), pass.stamp().at());
    }

    /// Whether a reading is good: within limits, inclusive, in the right unit of measure; or one of
    /// the allowed versions; or the serial on the label.
    static boolean holds(Measure m, Reading r, String serial) {
        return switch (m.source()) {
            case SOFTWARE -> m.allowed().isEmpty() || m.allowed().contains(r.value());
            case ELECTRONIC_SERIAL -> r.value().equals(serial);
            case INSTRUMENT, TIMER ->
                    r.unit().equals(m.unit()) && m.holds(new BigDecimal(r.value()));
        };
    }

    static String text(Reading r) {
        return r.unit().isEmpty() ? r.value() : r.value() + " " + r.unit();
    }

    static List<Answer> equipmentCalibrated(Question q) {
        return each(q, t -> badEquipment(q, t), n -> new Finding.CalibrationGood(n));
    }

    private static Optional<Answer> badEquipment(Question q, TestSpec test) {
        var pass = q.lastPass(test);
        if (test.equipment().isEmpty() || pass.isEmpty()) return Optional.empty();
        var run = pass.get();
        return equipmentFinding(q, run).map(f -> Line.fails(f, run.stamp()));
    }

    private static Optional<Finding> equipmentFinding(Question q, TestRun run) {
        if (run.equipment().isEmpty() || run.due().isEmpty())
            return Optional.of(new Finding.EquipmentUnknown(run.test()));
        var asset = run.equipment().get();
        // To the last value: a run may lie for days between its beginning and that.
        var used = q.day(run.stamp());
        if (run.due().get().isBefore(used))
            return Optional.of(
                    new Finding.CalibrationExpired(
                            asset.value(), run.due().get(), run.stamp().at(), run.test()));
        var since = q.reference().outOfTolerance().get(asset);
        if (since != null && !used.isBefore(since))
            return Optional.of(new Finding.OutOfTolerance(asset.value(), since, run.test()));
        return Optional.empty();
    }

    static List<Answer> softwareAllowed(Question q) {
        var allowed = q.set().software();
        if (allowed.isEmpty()) return List.of(Line.notApplicable());
        var run = lastSoftware(q);
        if (run.isEmpty()) return List.of(Line.fails(new Finding.SoftwareNotRead(allowed)));
        var found = software(q, run.get()).map(Reading::value).orElse("");
        if (!allowed.contains(found))
            return List.of(
                    Line.fails(new Finding.SoftwareNotAllowed(found, allowed), run.get().stamp()));
        return List.of(Line.holds(new Finding.SoftwareAllowed(found), run.get().stamp()));
    }

    private static Optional<TestRun> lastSoftware(Question q) {
        return q.order().runs().reversed().stream()
                .filter(r -> r.ended().isPresent() && software(q, r).isPresent())
                .findFirst();
    }

    private static Optional<Reading> software(Question q, TestRun run) {
        return q.set().test(run.test()).stream()
                .flatMap(t -> t.measures().stream())
                .filter(m -> m.source() == Source.SOFTWARE)
                .flatMap(m -> run.reading(m.name()).stream())
                .findFirst();
    }

    private static List<Answer> each(
            Question q,
            Function<TestSpec, Optional<Answer>> problem,
            Function<Integer, Finding> ok) {
        var tests = q.set().tests();
        if (tests.isEmpty()) return List.of(Line.notApplicable());
        var problems = new ArrayList<Answer>();
        tests.forEach(t -> problem.apply(t).ifPresent(problems::add));
        if (!problems.isEmpty()) return List.copyOf(problems);
        var passes = tests.stream().flatMap(t -> q.lastPass(t).stream()).toList();
        if (passes.isEmpty()) return List.of(Line.waits(new Finding.AfterTheTests()));
        return List.of(
                Line.holds(
                        ok.apply(passes.size()),
                        passes.stream().map(TestRun::stamp).toArray(Stamp[]::new)));
    }
}
