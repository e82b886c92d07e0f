// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.decision.Decider.Job;
import rotable.fact.Fact;
import rotable.fact.Reading;
import rotable.fact.TestFact;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.part.Equipment;
import rotable.part.Measure;
import rotable.part.Measure.Source;
import rotable.part.TestSpec;
import rotable.people.Qualification.Process;
import rotable.release.Verdict;
import rotable.unit.TestRun;

/// Testing: runs begin, are measured and end; the values decide, nobody's word does.
final class TestRules {
    private TestRules() {}

    static Decision begin(Job job, Intent.BeginTest i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        job.unqualified(Process.TEST).ifPresent(objections::add);
        var test = job.set().test(i.test());
        if (test.isEmpty()) objections.add(new Refusal.TestUnknown(i.test()));
        running(job, i.test())
                .ifPresent(
                        r ->
                                objections.add(
                                        new Refusal.TestAlreadyRunning(i.test(), r.begun().at())));
        test.ifPresent(t -> equipment(job, t, i, objections));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        var due = i.equipment().flatMap(job.world().reference()::equipment).map(Equipment::due);
        return Decision.accept(
                new TestFact.TestBegun(job.id(), job.no(), i.test(), i.equipment(), due));
    }

    private static void equipment(
            Job job, TestSpec test, Intent.BeginTest i, List<Refusal> objections) {
        if (test.equipment().isEmpty()) return;
        var kind = test.equipment().get();
        if (i.equipment().isEmpty()) {
            objections.add(new Refusal.EquipmentNeeded(test.id(), kind));
            return;
        }
        var asset = i.equipment().get();
        var known = job.world().reference().equipment(asset);
        if (known.isEmpty()) {
            objections.add(new Refusal.EquipmentUnknown(asset));
            return;
        }
        if (!known.get().kind().equals(kind))
            objections.add(new Refusal.EquipmentOfOtherKind(asset, known.get().kind(), kind));
        if (known.get().due().isBefore(today(job)))
            objections.add(new Refusal.EquipmentOverdue(asset, known.get().due()));
        var since = job.world().reference().outOfTolerance().get(asset);
        if (since != null) objections.add(new Refusal.EquipmentOutOfTolerance(asset, since));
    }

    private static LocalDate today(Job job) {
        return job.world().now().atZone(job.world().reference().zone()).toLocalDate();
    }

    static Optional<TestRun> running(Job job, String test) {
        return newest(job.order().running(job.world().bench()), test);
    }

    private static Optional<TestRun> newest(List<TestRun> runs, String test) {
        return runs.reversed().stream().filter(r -> r.test().equals(test)).findFirst();
    }

    static Decision start(Job job, Intent.StartTimer i) {
        var objections = timerObjections(job, i.test());
        running(job, i.test())
                .flatMap(TestRun::timer)
                .ifPresent(t -> objections.add(new Refusal.TimerAlreadyStarted(i.test(), t.at())));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(new TestFact.TimerStarted(job.id(), job.no(), i.test()));
    }

    private static List<Refusal> timerObjections(Job job, String test) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        if (running(job, test).isEmpty()) objections.add(new Refusal.TestNotRunning(test));
        if (job.set().test(test).flatMap(TestSpec::timed).isEmpty())
            objections.add(new Refusal.TestHasNoTimer(test));
        return objections;
    }

    static Decision stop(Job job, Intent.StopTimer i) {
        var objections = timerObjections(job, i.test());
        job.unqualified(Process.TEST).ifPresent(objections::add);
        var run = running(job, i.test());
        if (run.isPresent() && run.get().timer().isEmpty())
            objections.add(new Refusal.TimerNotStarted(i.test()));
        if (!objections.isEmpty() || run.isEmpty()) return new Decision.Refused(objections);
        var test = job.set().test(i.test()).orElseThrow();
        var minutes =
                Duration.between(run.get().timer().orElseThrow().at(), job.world().now())
                        .toMinutes();
        var m = test.timed().orElseThrow();
        return read(job, test, run.get(), new Reading(m.name(), Long.toString(minutes), m.unit()));
    }

    static Decision measure(Job job, Intent.Measure i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        job.unqualified(Process.TEST).ifPresent(objections::add);
        var run = running(job, i.test());
        if (run.isEmpty()) objections.add(new Refusal.TestNotRunning(i.test()));
        var test = job.set().test(i.test());
        var next = test.flatMap(t -> run.flatMap(r -> next(t, r)));
        if (run.isPresent() && next.isEmpty())
            objections.add(new Refusal.TimerNotStarted(i.test()));
        next.flatMap(m -> unfit(m, i)).ifPresent(objections::add);
        if (!objections.isEmpty() || next.isEmpty() || run.isEmpty() || test.isEmpty())
            return new Decision.Refused(objections);
        return read(
                job,
                test.get(),
                run.get(),
                new Reading(next.get().name(), i.value(), next.get().unit()));
    }

    /// The next measure of a run that somebody must give; the timer gives its own.
    static Optional<Measure> next(TestSpec test, TestRun run) {
        return test.measures().stream()
                .filter(m -> m.source() != Source.TIMER && run.reading(m.name()).isEmpty())
                .findFirst();
    }

    private static Optional<Refusal> unfit(Measure m, Intent.Measure i) {
        if (m.source() == Source.SOFTWARE || m.source() == Source.ELECTRONIC_SERIAL)
            return i.value().isBlank() ? Optional.of(new Refusal.TextEmpty()) : Optional.empty();
        if (!isNumber(i.value())) return Optional.of(new Refusal.NotANumber(i.value(), m.unit()));
        if (!i.unit().isEmpty() && !i.unit().equals(m.unit()))
            return Optional.of(new Refusal.OtherUnitOfMeasure(i.unit(), m.unit()));
        return Optional.empty();
    }

    private static boolean isNumber(String text) {
        if (!text.matches("[+-]?\\d{1,15}([.]\\d{1,15})?")) return false;
        return new BigDecimal(text).precision() > 0;
    }

    private static Decision read(Job job, TestSpec test, TestRun run, Reading reading) {
        var facts = new ArrayList<Fact>();
        facts.add(new TestFact.Measured(job.id(), job.no(), test.id(), reading));
        var readings = new ArrayList<>(run.readings());
        readings.add(reading);
        var after =
                new TestRun(
                        run.test(),
                        run.equipment(),
                        run.due(),
                        run.begun(),
                        run.timer(),
                        readings,
                        run.result(),
                        run.ended());
        if (test.measures().stream().allMatch(m -> after.reading(m.name()).isPresent())) {
            var result = Verdict.of(test, after, job.id().nameplate());
            facts.add(new TestFact.TestEnded(job.id(), job.no(), test.id(), result));
        }
        return new Decision.Accepted(facts, Optional.empty());
    }

    static Decision abort(Job job, Intent.AbortTest i) {
        if (running(job, i.test()).isEmpty())
            return Decision.refuse(new Refusal.TestNotRunning(i.test()));
        return Decision.accept(
                new TestFact.TestEnded(job.id(), job.no(), i.test(), Result.ABORTED));
    }
}
