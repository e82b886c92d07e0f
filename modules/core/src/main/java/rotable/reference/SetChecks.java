// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rotable.part.CriteriaSet;
import rotable.part.Measure;
import rotable.part.Step;
import rotable.part.TestSpec;
import rotable.release.Criterion;

/// Whether a criteria set can be met at all, and says what it means.
final class SetChecks {
    private SetChecks() {}

    /// Everything that is wrong with it; empty when it may be published.
    static List<String> wrong(CriteriaSet set) {
        var wrong = new ArrayList<String>();
        for (var id : set.criteria())
            if (Criterion.of(id).isEmpty())
                wrong.add("criterion " + id + " can't be evaluated by this version");
        if (set.criteria().isEmpty()) wrong.add("a set without criteria");
        twice(wrong, "criterion", set.criteria().stream());
        twice(wrong, "step", set.steps().stream().map(Step::id));
        twice(wrong, "test", set.tests().stream().map(TestSpec::id));
        for (var step : set.steps())
            step.measure().ifPresent(m -> limits(wrong, "step " + step.id(), m));
        for (var test : set.tests()) {
            twice(wrong, "measure of " + test.id(), test.measures().stream().map(Measure::name));
            for (var m : test.measures()) limits(wrong, "test " + test.id(), m);
        }
        if (!set.software().isEmpty() && !readsSoftware(set))
            wrong.add("it names software, and none of its tests reads what a unit has");
        return wrong.stream().map(why -> set.id() + ": " + why).toList();
    }

    private static void twice(List<String> wrong, String what, Stream<String> ids) {
        Publishing.twice(ids).ifPresent(id -> wrong.add(what + " " + id + " stands there twice"));
    }

    private static void limits(List<String> wrong, String where, Measure m) {
        if (m.low().isEmpty() || m.high().isEmpty()) return;
        if (m.low().get().compareTo(m.high().get()) > 0)
            wrong.add(
                    "%s, %s: the low limit %s is above the high limit %s"
                            .formatted(
                                    where,
                                    m.name(),
                                    m.low().get().toPlainString(),
                                    m.high().get().toPlainString()));
    }

    private static boolean readsSoftware(CriteriaSet set) {
        return set.tests().stream()
                .flatMap(t -> t.measures().stream())
                .anyMatch(m -> m.source() == Measure.Source.SOFTWARE);
    }
}
