// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import rotable.bench.Answer.Outcome;
import rotable.bench.Answer.Reason;
import rotable.decision.Intent;
import rotable.fact.Evidence;
import rotable.fact.Evidence.How;
import rotable.identity.Child;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.release.Status;
import rotable.scan.Scan;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// What a scan means in its moment.
final class Scans {
    /// With "none of these", as many as there are digits to choose by.
    private static final int MOST = 8;

    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Prompts prompts;
    private final Session session;
    private final Components components;
    private final Tests tests;
    private final Commands commands;
    private final Labels labels;

    Scans(Desk desk, Tests tests, Commands commands, Components components) {
        this.context = desk.context();
        this.work = desk.work();
        this.replies = desk.replies();
        this.prompts = desk.prompts();
        this.session = desk.session();
        this.tests = tests;
        this.commands = commands;
        this.components = components;
        this.labels = new Labels(desk);
    }

    Answer scanned(Scan scan, Evidence evidence) throws RecordProblem {
        if (scan instanceof Scan.Unreadable u)
            return replies.say(Outcome.UNREADABLE, (Record) u.why());
        if (scan instanceof Scan.Badge b) return session.badge(b.badge());
        if (context.person().isEmpty()) return replies.refused(new Word.SignInFirst());
        return switch (scan) {
            case Scan.Unreadable u -> throw new IllegalStateException("answered before");
            case Scan.Badge b -> throw new IllegalStateException("answered before");
            case Scan.Command c -> commands.run(c.verb(), c.argument());
            case Scan.Item i when !i.certain() -> doubtful(i.candidates(), evidence);
            case Scan.Item i -> item(i.candidates(), evidence);
            case Scan.ServiceLabel l -> labels.scanned(l, u -> unit(u, evidence));
            case Scan.Asset a -> tests.equipment(a.asset());
            case Scan.OwnNumber n -> own(n.id(), evidence);
            case Scan.Location l -> work.perform(new Intent.Move(l.code()));
            case Scan.PartOnly p -> replies.refused(new Word.NotExpected(p.part().number()));
            case Scan.Plain p -> plain(p.text(), evidence);
        };
    }

    /// A plain text: the record may know it as a serial.
    private Answer plain(String text, Evidence evidence) throws RecordProblem {
        var known = context.record.unitsWithSerial(text);
        if (known.isEmpty()) return replies.refused(new Word.NotKnown(text));
        return item(known.stream().<Child>map(Child.Serialised::new).toList(), evidence);
    }

    private Answer own(String id, Evidence evidence) throws RecordProblem {
        var unit = context.record.unitOf(id);
        if (unit.isEmpty()) return replies.refused(new Word.NotKnown(id));
        if (context.record.unit(unit.get()).isNoUnit()) {
            var word = new Word.TagVoid(id, unit.get().nameplate());
            return replies.attention(word, List.of(new Reason(Replies.code(word), word)));
        }
        // The depot's tag is the unit's own label, and says what its nameplate can't.
        if (unit.get().tag().filter(id::equals).isPresent())
            return item(List.of(new Child.Serialised(unit.get())), evidence);
        // The number names the unit, but it is not the unit's own label.
        return unit(unit.get(), typed(evidence) ? evidence : Evidence.inferred());
    }

    /// A damaged label may be read in several ways, or in a way that was not found: whoever holds
    /// it says which, or none.
    private Answer doubtful(List<Child> candidates, Evidence evidence) throws RecordProblem {
        var shown = candidates.stream().limit(MOST).toList();
        var options = new ArrayList<Pending.Option>();
        for (var c : shown)
            options.add(prompts.item(c, () -> item(List.of(c), evidence.among(shown))));
        options.add(prompts.leave(new Word.NoneOfThese()));
        return prompts.choose(new Word.LabelDoubtful(), options);
    }

    private Answer item(List<Child> candidates, Evidence evidence) throws RecordProblem {
        var all = withSeconds(candidates);
        if (context.pending() instanceof Pending.Again a
                && all.stream().anyMatch(c -> prompts.isRepeated(a, c.mark())))
            return prompts.confirmed(a);
        if (components.fits(all)) return components.scanned(all, evidence);
        var units = new ArrayList<UnitId>();
        for (var c : all) c.asUnit().ifPresent(units::add);
        if (units.isEmpty())
            return replies.refused(new Word.NotExpected(candidates.getFirst().mark()));
        if (units.size() == 1) return unit(units.getFirst(), evidence);
        var options = new ArrayList<Pending.Option>();
        for (var u : units)
            options.add(prompts.item(new Child.Serialised(u), () -> unit(u, evidence.among(all))));
        return prompts.choose(options);
    }

    /// A label that two units bear does not say which of them it is.
    private List<Child> withSeconds(List<Child> candidates) throws RecordProblem {
        var all = new LinkedHashSet<Child>(candidates);
        for (var c : candidates)
            if (c.asUnit().isPresent())
                for (var second : context.record.unit(c.asUnit().get()).seconds())
                    all.add(new Child.Serialised(second));
        return List.copyOf(all);
    }

    /// A unit's label: opens its dossier, takes it in hand when it is in work here.
    Answer unit(UnitId id, Evidence evidence) throws RecordProblem {
        // By its own label or the depot's, as by its nameplate.
        if (context.pending() instanceof Pending.Again a && prompts.isRepeated(a, id.serial()))
            return prompts.confirmed(a);
        if (context.handId().filter(id::equals).isPresent()) {
            context.take(id, Optional.of(evidence));
            if (typedOnly(evidence)) return work.perform(new Intent.ReadIdentity(evidence));
            if (context.openOrder().isPresent() && !context.isTakenHere())
                return work.perform(new Intent.TakeInHand());
            return replies.say(Outcome.ALREADY, new Word.AlreadyInHand(id.serial()));
        }
        if (!(context.pending() instanceof Pending.Nothing) || inTheMiddle())
            return prompts.again(meant(id), () -> switchTo(id, evidence), id.serial());
        if (isOnlyInstalled(id) && context.openOrder().flatMap(Order::taken).isPresent())
            return prompts.again(
                    new Word.NoPlaceHere(id, id.part().number()),
                    () -> switchTo(id, evidence),
                    id.serial());
        return switchTo(id, evidence);
    }

    /// Whether the depot only installs such items: whoever scans one at another unit most likely
    /// means to put it in there.
    private boolean isOnlyInstalled(UnitId id) {
        return context.reference().part(id.part()).isPresent() && !context.isReceivable(id);
    }

    /// What scanning another unit in the middle of something is taken for.
    private Record meant(UnitId id) throws RecordProblem {
        if (context.receiving()) return new Word.ScanAgainToReceive(id.serial());
        var open = context.openOrder().map(Order::unfilled).orElse(List.of());
        return open.isEmpty()
                ? new Word.ScanAgainToSwitch(id.serial())
                : new Word.FitsNoPosition(id.serial(), open);
    }

    /// Whether a component is out and none in its place yet, a test waits for a value or a question
    /// for its answer: another unit's label is then more likely read by mistake.
    private boolean inTheMiddle() throws RecordProblem {
        var open = context.openOrder().filter(o -> o.taken().isPresent());
        return open.filter(o -> !o.unfilled().isEmpty()).isPresent()
                || (open.isPresent() && (tests.asks().isPresent() || prompts.wasAsking()));
    }

    private static boolean typed(Evidence evidence) {
        return evidence.how() == How.TYPED;
    }

    /// Whether this scan is the first to read the label of the unit in hand.
    private boolean typedOnly(Evidence evidence) throws RecordProblem {
        return evidence.how() == How.SCANNED
                && context.openOrder().filter(o -> o.evidence().how() != How.SCANNED).isPresent();
    }

    private Answer switchTo(UnitId id, Evidence evidence) throws RecordProblem {
        // What can't be received is not taken up by the way.
        var receive = new Intent.Receive(id, evidence);
        if (context.receiving() && !work.objections(receive).isEmpty())
            return work.perform(receive);
        context.nothingPending();
        // Whoever only looked at it puts nothing aside that another bench has in hand.
        if (context.isTakenHere()) work.perform(new Intent.Park());
        context.take(id, Optional.of(evidence));
        var unit = context.hand().orElseThrow();
        if (context.receiving()) return prompts.receive(receive);
        if (typed(evidence) || typedOnly(evidence)) work.perform(new Intent.ReadIdentity(evidence));
        var answer = unit.openOrder().isPresent() ? takeUp(unit) : show(unit);
        return answer.outcome() == Outcome.DONE ? warned(unit, answer) : answer;
    }

    /// Whoever takes up a unit that is held hears of it at once.
    private Answer warned(Unit unit, Answer answer) {
        var warnings = new ArrayList<Reason>();
        for (var h : unit.holds()) {
            var word = new Word.UnitOnHold(unit.id().serial(), h.reason());
            warnings.add(new Reason("on-hold", word));
        }
        return warnings.isEmpty()
                ? answer
                : replies.attention(warnings.getFirst().said(), warnings);
    }

    private Answer takeUp(Unit unit) throws RecordProblem {
        var here = unit.openOrder().filter(o -> o.taken().isPresent());
        if (here.isPresent()) return show(unit);
        return work.perform(new Intent.TakeInHand());
    }

    private static Optional<Word.LabelVoidWord> revoked(Release release) {
        var id = release.id().value();
        return release.revoked().map(v -> new Word.LabelVoidWord(id, v.stamp().at(), v.what()));
    }

    private Answer show(Unit unit) {
        var serial = unit.id().serial();
        var part = unit.id().part().number();
        var revoked = unit.order().flatMap(Order::release).flatMap(Scans::revoked);
        if (revoked.isPresent())
            return replies.attention(
                    revoked.get(), List.of(new Reason("label-void", revoked.get())));
        if (!unit.isUnknown())
            return replies.say(Outcome.DONE, new Word.UnitShown(serial, part, Status.words(unit)));
        return replies.say(
                Outcome.DONE,
                isOnlyInstalled(unit.id())
                        ? (Record) new Word.ComponentNew(serial, part)
                        : new Word.UnitNew(serial, part));
    }
}
