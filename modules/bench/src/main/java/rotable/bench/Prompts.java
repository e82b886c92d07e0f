// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rotable.bench.Answer.Outcome;
import rotable.bench.Answer.Reason;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.identity.Child;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.release.Status;
import rotable.scan.Scan;
import rotable.unit.Order;
import rotable.unit.Release;

/// Questions back to whoever works: which one, why, really.
// What each of them does to one that is open, and so longer than most.
final class Prompts {
    private static final long REPEAT_MILLIS = 5_000;

    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Signing signing;
    private Optional<Answer> fromOption = Optional.empty();
    private boolean asked;
    private Optional<UnitId> inHand = Optional.empty();

    Prompts(Context context, Work work, Replies replies, Signing signing) {
        this.context = context;
        this.work = work;
        this.replies = replies;
        this.signing = signing;
    }

    /// Something to do once a choice is made.
    public interface Step {
        Answer run() throws RecordProblem;
    }

    /// A step whose failure reaches whoever made the choice.
    Pending.Option option(Record text, Step step) {
        return new Pending.Option(text, () -> fromOption = Optional.of(attempt(step)));
    }

    private Answer attempt(Step step) {
        try {
            return step.run();
        } catch (RecordProblem e) {
            return replies.problem(e);
        }
    }

    Answer choose(List<Pending.Option> options) {
        var what = options.size() == 1 ? new Word.OnlyOne() : new Word.ChooseOne();
        return choose((Record) what, List.of(), options);
    }

    /// Refused as it stands, with ways on.
    Answer choose(Record why, List<Pending.Option> options) {
        return choose(why, List.of(new Reason(Replies.code(why), why)), options);
    }

    /// Refused; what is pending stays.
    Answer refuse(Record why) {
        return replies.refused(why);
    }

    /// Refused while a question is open, which is asked again with its answers.
    Answer open() {
        var open = question().orElseGet(Word.QuestionOpen::new);
        var options =
                context.pending() instanceof Pending.Choices c
                        ? c.options()
                        : List.<Pending.Option>of();
        return replies.refused(open, options);
    }

    /// What is pending beside an open question about a label.
    Pending settled() {
        var pending = context.pending();
        return pending.asks() ? pending.before() : pending;
    }

    /// Whether a scan is no answer to the question that is open, and nothing to ask anew about.
    boolean interrupts(Scan scan) {
        var thing = scan instanceof Scan.Asset || scan instanceof Scan.Location;
        if (!thing && !(scan instanceof Scan.Badge)) return false;
        goOn();
        var pending = context.pending();
        // What is typed next is a PIN or a reason, and no tool's value.
        var typing = pending instanceof Pending.Signature || pending instanceof Pending.Reason;
        return pending.asks() || (thing && typing);
    }

    /// Whoever does something else does not mean to confirm: what was open before is open again.
    void goOn() {
        if (context.pending() instanceof Pending.Again a) context.pending(a.before());
    }

    /// What is asked for, where something is.
    Optional<Record> question() {
        return switch (context.pending()) {
            case Pending.Signature s -> Optional.of(Signing.question(s));
            case Pending.Reason r -> Optional.of(new Word.ReasonNeeded(r.what()));
            case Pending.Equipment e -> Optional.of(new Word.EquipmentNeeded(e.test(), e.kind()));
            case Pending.Tool t -> Optional.of(Checklist.question(t.step()));
            case Pending.Choices c -> Optional.of(new Word.QuestionOpen());
            case Pending.Again a -> Optional.of(a.word());
            case Pending.TypeAgain t -> Optional.of(new Word.QuestionOpen());
            case Pending.LockedBadge b -> Optional.empty();
            case Pending.Nothing n -> Optional.empty();
        };
    }

    /// Something that happened meanwhile, and after it the question that is still open.
    Answer meanwhile(Record said, List<Reason> reasons, Optional<Record> asked) {
        var all = new ArrayList<>(reasons);
        asked.ifPresent(q -> all.add(new Reason("still-asked", q)));
        var options =
                context.pending() instanceof Pending.Choices c
                        ? c.options()
                        : List.<Pending.Option>of();
        return replies.attention(said, all, options);
    }

    /// What is pending beside a question that another label is scanned into.
    Pending setAside() {
        asked = context.pending() instanceof Pending.Choices;
        inHand = context.handId();
        return settled();
    }

    /// Whether a question was open when the label came that is being looked at.
    boolean wasAsking() {
        return asked;
    }

    /// Keeps a question open beside another unit's label that may have been read by mistake, and
    /// beside what means nothing.
    Answer keep(Pending before, Answer answer) {
        asked = false;
        if (!(before instanceof Pending.Choices c)) return answer;
        if (context.pending() instanceof Pending.Again a)
            context.pending(new Pending.Again(a.word(), a.act(), a.scanned(), a.asked(), before));
        var elsewhere = !context.handId().equals(inHand) || context.pending().asks();
        if (answer.outcome() != Outcome.REFUSED || elsewhere) return answer;
        context.pending(before);
        return replies.with(answer, c.options());
    }

    /// Something shown that an empty Enter confirms.
    Answer confirm(Record text, List<Pending.Option> options) {
        context.pending(new Pending.Choices(options, true, settled()));
        return replies.ask(text, List.of(), options);
    }

    private Answer choose(Record text, List<Reason> reasons, List<Pending.Option> options) {
        context.pending(new Pending.Choices(options, false, settled()));
        return replies.ask(text, reasons, options);
    }

    /// The number on a card or a key.
    Answer chosen(String key) {
        if (!(context.pending() instanceof Pending.Choices c))
            return replies.refused(new Word.NothingPending());
        int index = Integer.parseInt(key) - 1;
        if (index >= c.options().size()) return replies.refused(new Word.NoSuchChoice(key));
        context.pending(c.before());
        c.options().get(index).act().run();
        return fromOption.orElseThrow();
    }

    /// Asks for a reason, then does what it makes possible.
    Answer reason(Word.Why what, Function<String, Intent> next) {
        context.pending(new Pending.Reason(what, next));
        return replies.ask(new Word.ReasonNeeded(what));
    }

    Answer reasoned(Pending.Reason pending, String reason) throws RecordProblem {
        if (reason.isBlank()) return replies.refused(new Refusal.ReasonNeeded());
        // A number is a slip, or a PIN, which is kept nowhere.
        if (!inWords(reason)) return replies.refused(new Word.NumberIsNoReason());
        context.nothingPending();
        var intent = pending.next().apply(reason);
        if (!(intent instanceof Intent.Signable s)) return work.perform(intent);
        var answer = signing.request(s);
        // Whoever gave too short a reason gives another one.
        if (answer.outcome() == Answer.Outcome.REFUSED) context.pending(pending);
        return answer;
    }

    /// Whether a text says something.
    static boolean inWords(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /// Asks to scan the same again before something far-reaching is done.
    Answer again(Record word, Step step, String scanned) {
        var before = context.pending() instanceof Pending.Again a ? a.before() : settled();
        Runnable act = () -> fromOption = Optional.of(attempt(step));
        context.pending(before);
        // Its answers say what a choice is about.
        var asked = question().filter(q -> !(q instanceof Word.QuestionOpen));
        var now = context.clock.ticks();
        context.pending(new Pending.Again(word, act, scanned, now, before));
        return asked.isEmpty()
                ? replies.attention(word, List.of())
                : replies.attention(
                        word,
                        List.of(
                                new Reason(Replies.code(word), word),
                                new Reason("still-asked", asked.get())));
    }

    /// Whether a label is the one that was to be scanned again, and soon enough.
    boolean isRepeated(Pending.Again pending, String mark) {
        return mark.equals(pending.scanned())
                && context.clock.ticks() - pending.asked() <= REPEAT_MILLIS;
    }

    Answer confirmed(Pending.Again pending) {
        context.nothingPending();
        pending.act().run();
        return fromOption.orElseThrow();
    }

    /// Receives a unit; one that was released and never shipped is not back unless somebody says
    /// so.
    Answer receive(Intent.Receive intent) throws RecordProblem {
        var stands =
                context.record
                        .unit(intent.unit())
                        .order()
                        .filter(o -> o.shipped().isEmpty())
                        .flatMap(Order::release)
                        .filter(Release::stands);
        if (stands.isEmpty()) return work.perform(intent);
        var word = new Word.ConfirmToReceive(stands.get().id().value());
        return again(word, () -> work.perform(intent), "");
    }

    /// The way on of leaving things as they are.
    Pending.Option leave(Record text) {
        return option(text, () -> replies.say(Outcome.DONE, new Word.Cancelled()));
    }

    /// An item as a way on; a unit that the record does not know is marked so, and of one that it
    /// knows it is said where that is.
    Pending.Option item(Child item, Step step) throws RecordProblem {
        var id = item.asUnit();
        if (id.isEmpty()) return option(new Word.ChoiceItem(item), step);
        var unit = context.record.unit(id.get());
        if (unit.isUnknown()) return option(new Word.NewItem(item), step);
        return option(
                unit.order()
                        .<Record>map(
                                o ->
                                        new Word.ChoiceUnit(
                                                item, Status.words(unit), o.id(), o.bench()))
                        .orElseGet(() -> new Word.ChoiceItem(item)),
                step);
    }

    Answer cancelled() {
        context.pending(context.pending().before());
        var asked = question();
        if (asked.isEmpty()) return replies.say(Outcome.DONE, new Word.Cancelled());
        // What was open before is open again, and is shown again.
        var options =
                context.pending() instanceof Pending.Choices c
                        ? c.options()
                        : List.<Pending.Option>of();
        return replies.ask(asked.get(), List.of(), options);
    }
}
