// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.Evidence;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.part.Position;
import rotable.record.RecordProblem;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// Replacing components by scan: what a component's label means at the unit in hand.
final class Components {
    private final Context context;
    private final Work work;
    private final Prompts prompts;

    Components(Context context, Work work, Prompts prompts) {
        this.context = context;
        this.work = work;
        this.prompts = prompts;
    }

    /// Whether any of the candidates can sit in the unit in hand.
    boolean fits(List<Child> candidates) throws RecordProblem {
        if (workable().isEmpty()) return false;
        for (var c : candidates) if (!accepting(c).isEmpty()) return true;
        return false;
    }

    /// The order under which components can be replaced: open, or released and not yet gone.
    private Optional<Order> workable() throws RecordProblem {
        return context.hand()
                .flatMap(Unit::order)
                .filter(o -> o.ended().isEmpty() && o.shipped().isEmpty());
    }

    private List<PositionId> accepting(Child child) throws RecordProblem {
        return context.hand()
                .flatMap(u -> context.reference().part(u.id().part()))
                .map(
                        p ->
                                p.positions().stream()
                                        .filter(x -> x.accepts().contains(child.part()))
                                        .map(Position::id)
                                        .toList())
                .orElse(List.of());
    }

    /// A component was scanned. In this order: it is the new one for an open position; the old one
    /// that the tree expects; the old one at a position nobody looked at; or it does not match.
    Answer scanned(List<Child> candidates, Evidence evidence) throws RecordProblem {
        // Whoever scans something else does not mean to confirm.
        prompts.goOn();
        if (context.pending() instanceof Pending.Nothing) return meant(candidates, evidence);
        // While something else is asked for, it is more likely read by mistake.
        var mark = candidates.getFirst().mark();
        return prompts.again(
                new Word.ScanAgainToReplace(mark), () -> meant(candidates, evidence), mark);
    }

    private Answer meant(List<Child> candidates, Evidence evidence) throws RecordProblem {
        var fitting = new ArrayList<Child>();
        for (var c : candidates) if (!accepting(c).isEmpty()) fitting.add(c);
        if (fitting.size() > 1) return chooseItem(fitting, evidence);
        return scanned(fitting.getFirst(), evidence);
    }

    private Answer chooseItem(List<Child> items, Evidence evidence) throws RecordProblem {
        var options = new ArrayList<Pending.Option>();
        for (var i : items) options.add(prompts.item(i, () -> scanned(i, evidence.among(items))));
        return prompts.choose(options);
    }

    private Answer scanned(Child child, Evidence evidence) throws RecordProblem {
        var order = workable().orElseThrow();
        var unit = context.hand().orElseThrow();
        var positions = accepting(child);
        // What was left open may still be filled.
        var open = positions.stream().filter(p -> order.open().containsKey(p)).toList();
        if (!open.isEmpty())
            return at(open, p -> reopening(child, () -> install(p, child, evidence)));
        var here = positions.stream().filter(p -> child(unit, p).equals(Optional.of(child)));
        var matching = here.toList();
        if (!matching.isEmpty()) return at(matching, p -> remove(p, child, false, evidence));
        var unseen = positions.stream().filter(p -> !unit.children().containsKey(p)).toList();
        if (!unseen.isEmpty()) return at(unseen, p -> establish(p, child, evidence));
        return at(positions, p -> mismatch(p, child, evidence));
    }

    private static Optional<Child> child(Unit unit, PositionId position) {
        return unit.children().getOrDefault(position, Optional.empty());
    }

    private interface AtPosition {
        Answer act(PositionId position) throws RecordProblem;
    }

    private Answer at(List<PositionId> positions, AtPosition act) throws RecordProblem {
        if (positions.size() == 1) return act.act(positions.getFirst());
        return prompts.choose(
                positions.stream()
                        .map(p -> prompts.option(new Word.ChoicePosition(p), () -> act.act(p)))
                        .toList());
    }

    private Answer remove(PositionId p, Child child, boolean mismatch, Evidence evidence)
            throws RecordProblem {
        var intent = new Intent.Remove(p, Optional.of(child), mismatch, Optional.empty(), evidence);
        return reopening(child, () -> work.perform(intent));
    }

    /// Work on a released unit reopens it, which nobody does unasked.
    private Answer reopening(Child child, Prompts.Step step) throws RecordProblem {
        var release = workable().flatMap(Order::release).filter(Release::stands);
        if (release.isEmpty()) return step.run();
        return prompts.again(
                new Word.ScanAgainToReopen(release.get().id().value()), step, child.mark());
    }

    /// Out of a position nobody looked at, unless the record has it somewhere else.
    private Answer establish(PositionId p, Child child, Evidence evidence) throws RecordProblem {
        var another = inAnother(p, child, evidence);
        return another.isPresent() ? another.get() : remove(p, child, false, evidence);
    }

    private Answer mismatch(PositionId p, Child child, Evidence evidence) throws RecordProblem {
        var expected = child(context.hand().orElseThrow(), p);
        if (expected.isEmpty()) return establish(p, child, evidence);
        var another = inAnother(p, child, evidence);
        if (another.isPresent()) return another.get();
        return prompts.choose(
                new Refusal.RemovedIsNotExpected(p, expected.get(), child),
                List.of(
                        prompts.option(
                                new Word.ChoiceMismatch(child, p),
                                () -> remove(p, child, true, evidence)),
                        prompts.leave(new Word.LeftAsItIs())));
    }

    /// The record has the component in another place, and whoever holds it says that it came out of
    /// here. Both can't be: that something came out is recorded, and what its label said, but not
    /// that it left the other place.
    private Optional<Answer> inAnother(PositionId p, Child child, Evidence evidence)
            throws RecordProblem {
        var intent = new Intent.Remove(p, Optional.of(child), true, Optional.empty(), evidence);
        for (var o : work.objections(intent))
            if (o instanceof Refusal.RemovedFromAnother || o instanceof Refusal.RemovedBefore)
                return Optional.of(
                        prompts.choose(
                                (Record) o,
                                List.of(
                                        prompts.option(
                                                new Word.ChoiceDoubtful(p),
                                                () -> doubted(p, child)),
                                        prompts.leave(new Word.LeftAsItIs()))));
        return Optional.empty();
    }

    private Answer doubted(PositionId p, Child child) {
        return prompts.reason(
                Word.Why.DOUBTED,
                r -> unread(p, "its label reads %s: %s".formatted(child.mark(), r)));
    }

    private Answer install(PositionId p, Child child, Evidence evidence) throws RecordProblem {
        var intent = new Intent.Install(p, child, evidence);
        var objections = work.objections(intent);
        if (objections.size() == 1
                && objections.getFirst() instanceof Refusal.InstalledElsewhere e
                && !e.parent().equals(context.handId().orElseThrow()))
            return offerRobbing(p, child, e, evidence);
        return work.perform(intent);
    }

    private Answer offerRobbing(
            PositionId p, Child child, Refusal.InstalledElsewhere e, Evidence evidence)
            throws RecordProblem {
        return prompts.choose(
                e,
                List.of(
                        prompts.option(
                                rob(child, e),
                                () ->
                                        prompts.reason(
                                                Word.Why.TRANSFER,
                                                reason ->
                                                        new Intent.Rob(
                                                                p, child, reason, evidence))),
                        prompts.leave(new Word.LeftAsItIs())));
    }

    /// Taking something out of a released unit makes its label void, which is said beforehand.
    private Record rob(Child child, Refusal.InstalledElsewhere e) throws RecordProblem {
        return context.record
                .unit(e.parent())
                .order()
                .filter(o -> o.shipped().isEmpty())
                .flatMap(Order::release)
                .filter(Release::stands)
                .<Record>map(
                        r ->
                                new Word.ChoiceRobReleased(
                                        child, e.parent(), e.position(), r.id().value()))
                .orElseGet(() -> new Word.ChoiceRob(child, e.parent(), e.position()));
    }

    /// The removed component can't be read: choose its position, then say why.
    Answer noLabel() throws RecordProblem {
        var order = workable();
        if (order.isEmpty())
            return work.perform(
                    new Intent.Remove(
                            new PositionId("-"),
                            Optional.empty(),
                            false,
                            Optional.of("-"),
                            Evidence.inferred()));
        var part = context.reference().part(context.hand().orElseThrow().id().part());
        var positions =
                part.map(x -> x.positions()).orElse(List.of()).stream()
                        .map(Position::id)
                        .filter(p -> !order.get().open().containsKey(p))
                        .toList();
        if (positions.isEmpty()) return prompts.refuse(new Word.AllOpen());
        return prompts.choose(positions.stream().map(this::withoutLabel).toList());
    }

    private Pending.Option withoutLabel(PositionId p) {
        return prompts.option(
                new Word.ChoicePosition(p),
                () -> prompts.reason(Word.Why.NO_LABEL, r -> unread(p, r)));
    }

    private static Intent unread(PositionId position, String reason) {
        return new Intent.Remove(
                position, Optional.empty(), false, Optional.of(reason), Evidence.inferred());
    }
}
