// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.List;
import java.util.stream.Stream;
import rotable.fact.Judged;
import rotable.identity.PersonId;
import rotable.release.Line.State;
import rotable.release.Line.Weight;
import rotable.unit.Order;

/// Answers whether a unit may return to service: every criterion of its order's set, always, each
/// with what decided it. The screen, the release and the label all read this one list.
public final class ReturnToServiceGate {
    private static final List<String> ALWAYS = List.of(Criterion.G14.name(), Criterion.G25.name());

    private ReturnToServiceGate() {}

    /// Evaluates all criteria in the order of the set; a criterion that fails for several reasons
    /// has a line for each. An id that the program does not know fails by itself: such a set could
    /// not have been published by this version. What an inspector rejected, and what is wrong with
    /// the record itself, stands in the way even where the set does not ask for it: nobody may
    /// release over what can't be read.
    public static List<Line> evaluate(Question q) {
        var asked = q.set().criteria().stream().flatMap(id -> lines(q, id).stream());
        var wrong =
                ALWAYS.stream()
                        .filter(id -> !q.set().criteria().contains(id))
                        .flatMap(id -> lines(q, id).stream())
                        .filter(l -> l.state() == State.FAILS);
        return Stream.concat(asked, wrong).toList();
    }

    private static List<Line> lines(Question q, String id) {
        var criterion = Criterion.of(id);
        if (criterion.isEmpty())
            return List.of(
                    new Line(
                            id,
                            Weight.HARD,
                            State.FAILS,
                            new Finding.NewerRotableNeeded(id),
                            List.of()));
        var weight = criterion.get().weight(q.set());
        return criterion.get().judge(q).stream().map(a -> line(q, id, weight, a)).toList();
    }

    private static Line line(Question q, String id, Weight weight, Line.Answer a) {
        var override = q.order().overrides().get(id);
        if (override == null || weight == Weight.HARD || a.state() != State.FAILS)
            return new Line(id, weight, a.state(), a.finding(), a.facts());
        var by = q.reference().nameOf(override.by());
        if (!override.expires().isAfter(q.now())) {
            var lapsed = new Finding.Lapsed(a.finding(), by, override.expires());
            return new Line(id, weight, a.state(), lapsed, a.facts());
        }
        return new Line(
                id,
                weight,
                State.OVERRIDDEN,
                new Finding.LetPass(a.finding(), by, override.reason(), override.expires()),
                List.of(override.stamp().hash()));
    }

    /// What stands in the way.
    public static List<Line> blockers(List<Line> lines) {
        return lines.stream().filter(Line::blocks).toList();
    }

    /// What a signer's digest covers.
    public static List<Judged> judged(List<Line> lines) {
        return lines.stream().map(Line::judged).toList();
    }

    /// Whether somebody did any of the work that an inspection must come after.
    public static boolean workedOn(Order order, PersonId person) {
        return Question.work(order).stream().anyMatch(w -> w.by().equals(person.value()));
    }
}
