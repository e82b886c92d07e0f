// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import rotable.bench.Answer.Outcome;
import rotable.bench.Heard.Kind;
import rotable.decision.Intent;
import rotable.decision.Settlement;
import rotable.fact.CaseFact;
import rotable.fact.CustodyFact.LabelPrinted;
import rotable.fact.Evidence;
import rotable.fact.Evidence.How;
import rotable.fact.ReleaseFact;
import rotable.identify.Identifier;
import rotable.identify.Identifier.Identified;
import rotable.identity.AsciiCase;
import rotable.identity.Child;
import rotable.identity.UnitId;
import rotable.label.Note;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.release.Integrity.Damage;
import rotable.scan.Frame;
import rotable.scan.Scan;
import rotable.unit.Declaration;
import rotable.unit.Order;
import rotable.unit.Unit;

/// One repair bench at work. Scans, cards, values and PINs go in; after each one a new state comes
/// out. Everything happens on the bench lane, in the order in which it came.
// All that can be asked of a bench in one place, and so a little longer than most.
public final class Bench {
    /// The device of frames that are lines of a console: each is meant, none is a bounce.
    public static final String CONSOLE = "console";

    private static final long BOUNCE_MILLIS = 700;

    private final Context context;
    private final Replies replies;
    private final Work work;
    private final Signing signing;
    private final Session session;
    private final Prompts prompts;
    private final Tests tests;
    private final Commands commands;
    private final Scans scans;
    private final ManualEntry manual;
    private final Lanes lanes;
    private final Printing printing;
    private final States states;
    private final Notices notices;
    private final ScanLog log = new ScanLog();
    private final Identifier identifier = new Identifier();
    private volatile Optional<Consumer<Frame>> tap = Optional.empty();
    private final List<BiConsumer<Answer, BenchState>> listeners = new ArrayList<>();
    private final List<Consumer<BenchState>> watchers = new ArrayList<>();
    private final Deque<Runnable> afterPin = new ArrayDeque<>();
    private Optional<Answer> last = Optional.empty();
    private Optional<Frame> lastFrame = Optional.empty();
    private long lastFrameMillis;
    private long given;
    private Optional<Damage> damageTold = Optional.empty();
    private boolean stopping;

    /// @param training whether what is printed is for exercise only
    public Bench(
            String name,
            DepotRecord record,
            Pins pins,
            LabelPrinter printer,
            BenchClock clock,
            Lanes lanes,
            boolean training) {
        this.context = new Context(name, record, clock);
        this.replies = new Replies(context);
        this.work = new Work(context, replies);
        this.signing = new Signing(context, work, replies, pins, lanes);
        this.prompts = new Prompts(context, work, replies, signing);
        this.tests = new Tests(context, work, replies);
        this.session = new Session(context, work, replies, prompts, signing);
        var desk = new Desk(context, work, replies, prompts, signing, session);
        var components = new Components(context, work, prompts);
        this.commands = new Commands(desk, tests, components);
        this.scans = new Scans(desk, tests, commands, components);
        this.manual = new ManualEntry(desk, scans);
        this.states = new States(context, tests, log);
        this.printing = new Printing(context, printer, lanes, training);
        this.notices = new Notices(context);
        this.lanes = lanes;
    }

    /// Is told every answer with the state after it, on the bench lane.
    public void listen(BiConsumer<Answer, BenchState> listener) {
        lanes.bench().execute(() -> listeners.add(listener));
    }

    /// Is shown every state, on the bench lane: after each answer, and where something changed by
    /// itself.
    public void watch(Consumer<BenchState> watcher) {
        lanes.bench().execute(() -> watchers.add(watcher));
    }

    private interface Act {
        Answer run() throws RecordProblem;
    }

    /// Does something on the bench lane and publishes the answer.
    private void act(Act act) {
        inTurn(() -> publish(attempt(act)));
    }

    /// While a PIN is verified on the side lane everything else waits: what is scanned after a PIN
    /// counts after the signature.
    private void inTurn(Runnable work) {
        lanes.bench()
                .execute(
                        () -> {
                            if (signing.verifying()) afterPin.add(work);
                            else work.run();
                        });
    }

    private void signed(Answer answer) {
        publish(answer);
        while (!afterPin.isEmpty() && !signing.verifying()) afterPin.removeFirst().run();
    }

    private Answer attempt(Act act) {
        try {
            var before = context.handId();
            var answer = act.run();
            if (!context.handId().equals(before)) notices.seen();
            return answer;
        } catch (RecordProblem e) {
            return replies.problem(e);
        } catch (IllegalArgumentException e) {
            return replies.refused(new Word.BadText(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return bug(e);
        }
    }

    /// A mistake of ours: logged here, told by a short code; the journal is whole as it stands.
    private Answer bug(RuntimeException e) {
        var code = "%04X".formatted(java.util.Arrays.hashCode(e.getStackTrace()) & 0xFFFF);
        System.getLogger("rotable.bench").log(System.Logger.Level.ERROR, "bug " + code, e);
        context.nothingPending();
        return replies.say(Outcome.PROBLEM, new Word.WentWrong(code));
    }

    /// Picks up where the bench was before the program ended: the unit that was in hand is in hand.
    public void start() {
        act(
                () -> {
                    for (var open : context.record.openHere())
                        if (taken(open.unit()) && context.handId().isEmpty())
                            context.take(open.unit(), Optional.empty());
                    if (context.handId().isEmpty()) takeUnlabelled();
                    notices.start();
                    return isUnlisted()
                            ? replies.refused(new Word.BenchUnknown(context.bench))
                            : replies.say(Outcome.DONE, ready());
                });
        verifyFurther();
    }

    /// Whether nothing can be recorded here: the depot's benches are known, and this is none.
    private boolean isUnlisted() {
        var benches = context.reference().benches();
        return !benches.isEmpty() && !benches.containsKey(context.bench);
    }

    /// What is to be known before anybody works. Whether a label came out, only whoever stands
    /// there can tell.
    private Record ready() throws RecordProblem {
        if (context.record.witnessMended()) return new Word.MirrorMended();
        var back = context.record.broughtBack();
        if (back > 0) return new Word.BroughtBack(back);
        var hand = context.hand();
        var order = hand.flatMap(Unit::order).filter(Order::awaitsLabel);
        if (order.isEmpty()) return new Word.Ready();
        var release = order.flatMap(Order::release).orElseThrow().id().value();
        return new Word.LabelUnsure(release, hand.orElseThrow().id().serial());
    }

    /// A unit that was released and waits for its label, or whose order ended otherwise and that
    /// has not left, is in hand as well.
    private void takeUnlabelled() throws RecordProblem {
        var last = context.record.lastHere();
        if (last.isEmpty()) return;
        var order = context.record.unit(last.get()).order().filter(o -> o.taken().isPresent());
        if (order.filter(o -> o.awaitsLabel() || o.awaitsShipping()).isPresent())
            context.take(last.get(), Optional.empty());
    }

    private boolean taken(UnitId id) throws RecordProblem {
        return context.record.unit(id).openOrder().flatMap(Order::taken).isPresent();
    }

    /// Verifies the chains a piece at a time, between scans; a release waits until it is done.
    private void verifyFurther() {
        lanes.bench()
                .execute(
                        () -> {
                            try {
                                if (stopping) return;
                                if (context.record.verifyFurther()) verifyFurther();
                                else verified();
                            } catch (RecordProblem e) {
                                publish(replies.problem(e));
                            }
                        });
    }

    /// A bad entry is told once, whatever comes of it.
    private void verified() {
        var damage = context.record.integrity().damage();
        if (damage.isPresent() && !damage.equals(damageTold)) {
            damageTold = damage;
            var word = new Word.EntryDamaged(damage.get().entry(), damage.get().why());
            publish(replies.say(Outcome.PROBLEM, word));
        } else last.ifPresent(this::show);
    }

    /// Ends what the bench does by itself; returns when nothing more of it will start.
    public void stop() {
        CompletableFuture.runAsync(() -> stopping = true, lanes.bench()).join();
    }

    /// A scanner's message.
    public void scan(Frame frame) {
        var elsewhere = tap;
        if (elsewhere.isPresent()) elsewhere.get().accept(frame);
        else act(() -> bounced(frame) ? repeated(frame) : understood(frame, scanned(frame)));
    }

    private static Evidence scanned(Frame frame) {
        return new Evidence(How.SCANNED, Optional.of(frame.hex()), Optional.empty());
    }

    /// Sends every frame to somebody else, as a scanner's self-test wants them, until that is
    /// ended.
    public void tap(Optional<Consumer<Frame>> listener) {
        tap = listener;
    }

    /// What somebody typed in place of a scan, and why.
    public void typed(String text, String reason) {
        var evidence = new Evidence(How.TYPED, Optional.empty(), Optional.of(reason));
        act(() -> understood(Frame.of(text, "keyboard", context.clock.instant()), evidence));
    }

    private Answer understood(Frame frame, Evidence evidence) throws RecordProblem {
        // What somebody typed is taken as it stands: nothing in it was doubled by a scanner.
        var typed = evidence.how() == How.TYPED;
        var identified = typed ? identifier.read(frame, context.reference()) : identified(frame);
        var scan = identified.scan();
        // A PIN may be typed into the wrong field while a signature is waited for, or nobody works.
        var signing = prompts.settled() instanceof Pending.Signature;
        var unsigned = context.person().isEmpty();
        var notes = identified.notes().stream().map(Note::text).toList();
        var byScanner = typed && !notes.isEmpty();
        var answer =
                byScanner
                        ? replies.refused(new Word.TypedByScanner(notes.getFirst()))
                        : attempt(() -> meant(scan, frame.text(), evidence));
        var refused = answer.outcome() == Outcome.REFUSED;
        var secret = typed && (signing || unsigned || (refused && likePin(frame.text())));
        log.add(Heard.of(frame, secret ? Kind.BADGE : Heard.kind(scan), answer.outcome(), notes));
        return answer;
    }

    private static boolean likePin(String text) {
        return text.strip().matches("\\d{4,8}");
    }

    /// What a frame is; one that means nothing but consists of a value twice is that value once.
    private Identified identified(Frame frame) {
        var whole = identifier.read(frame, context.reference());
        if (!Doubled.meansNothing(whole.scan())) return whole;
        return Doubled.once(frame)
                .map(half -> identifier.read(half, context.reference()))
                .filter(half -> !Doubled.meansNothing(half.scan()))
                .orElse(whole);
    }

    private Answer meant(Scan read, String text, Evidence evidence) throws RecordProblem {
        // A label's text that is typed names its unit; the loop to the label is closed by a scan
        // only.
        var scan = evidence.how() == How.TYPED ? unlabelled(read) : read;
        var command = scan instanceof Scan.Command || scan instanceof Scan.Unreadable;
        if (prompts.interrupts(scan)) return prompts.open();
        // Another label takes the place of an open question about one.
        if (text.matches("[1-9]")) prompts.goOn();
        var asked = context.pending();
        if (asked instanceof Pending.Choices && text.matches("[1-9]")) return prompts.chosen(text);
        var again = manual.pending();
        if (command) return taken(scan, text, evidence, again);
        context.pending(prompts.setAside());
        var answer = taken(scan, text, evidence, again);
        return prompts.keep(asked, answer);
    }

    private Answer taken(
            Scan scan, String text, Evidence evidence, Optional<Pending.TypeAgain> again)
            throws RecordProblem {
        // Our own ids carry a check character; a maker's serial that was typed needs more.
        var makers = scan instanceof Scan.Item || scan instanceof Scan.Plain;
        if (!makers || evidence.how() != How.TYPED) return scans.scanned(scan, evidence);
        if (again.isPresent()) return manual.repeated(again.get(), text);
        if (evidence.reason().filter(r -> !Prompts.inWords(r)).isPresent())
            return replies.refused(
                    "reason-needed", new Word.TypedWithoutReason(likePin(text) ? "••••" : text));
        return manual.entered(text, scan, raised(text), evidence);
    }

    private Scan raised(String text) {
        var upper = Frame.of(AsciiCase.upper(text), "keyboard", context.clock.instant());
        return identifier.read(upper, context.reference()).scan();
    }

    private static Scan unlabelled(Scan scan) {
        return scan instanceof Scan.ServiceLabel l
                ? new Scan.Item(List.of(new Child.Serialised(l.unit())))
                : scan;
    }

    /// The same code from the same device within 700 ms is a bounce of the trigger.
    private boolean bounced(Frame frame) {
        var now = context.clock.ticks();
        var same = !frame.device().equals(CONSOLE) && lastFrame.filter(frame::repeats).isPresent();
        var soon = now - lastFrameMillis < BOUNCE_MILLIS;
        lastFrame = Optional.of(frame);
        lastFrameMillis = now;
        return same && soon;
    }

    private Answer repeated(Frame frame) {
        log.add(Heard.of(frame, Kind.BOUNCE, Outcome.ALREADY, List.of()));
        return replies.say(Outcome.ALREADY, new Word.AlreadyDone("scan", context.clock.instant()));
    }

    /// How the exchange with the centre is now. Others may have recorded something of the unit in
    /// hand.
    public void link(Link now) {
        lanes.bench()
                .execute(
                        () -> {
                            try {
                                context.link(now);
                                context.recheck();
                                var fresh = new ArrayList<>(session.changed());
                                if (now instanceof Link.InStep) fresh.addAll(notices.fresh());
                                if (fresh.isEmpty()) last.ifPresent(this::show);
                                else publish(noticed(fresh));
                            } catch (RecordProblem e) {
                                publish(replies.problem(e));
                            }
                        });
        verifyFurther();
    }

    /// What whoever works here was asked for, and is asked for still.
    private Optional<Record> asked() throws RecordProblem {
        if (context.person().isEmpty()) return Optional.empty();
        var question = prompts.question();
        return question.isPresent() ? question : tests.asks().map(a -> (Record) a);
    }

    /// An exchange that somebody asked for: what it came to, and then what it brought that concerns
    /// units here, which is said last and stays to be read.
    public void exchanged(Link now, Word said) {
        lanes.bench().execute(() -> context.link(now));
        hear(said);
        link(now);
    }

    private Answer noticed(List<Answer.Reason> fresh) throws RecordProblem {
        var first = fresh.getFirst().said();
        return first instanceof Word.UnitSettled || first instanceof Word.CaseSettled
                ? replies.say(Outcome.DONE, first)
                : prompts.meanwhile(first, fresh, asked());
    }

    /// How something around the bench is: a scanner that came, went, or broke off in the middle of
    /// a message; an exchange that somebody asked for; a clock that could not be set.
    public void hear(Word said) {
        var outcome =
                switch (said) {
                    case Word.Exchanged w -> Outcome.DONE;
                    case Word.ScannerReady w -> Outcome.DONE;
                    case Word.NotATime w -> Outcome.REFUSED;
                    case Word.NoPinTyped w -> Outcome.REFUSED;
                    default -> Outcome.PROBLEM;
                };
        act(() -> replies.say(outcome, (Record) said));
    }

    private void signedIn(Act act) {
        act(() -> context.person().isEmpty() ? replies.refused(new Word.SignInFirst()) : act.run());
    }

    /// A command by its verb, as a card, a key, a button or the console gives it.
    public void command(String verb, Optional<String> argument) {
        if (Commands.knows(verb)) signedIn(() -> commands.run(verb, argument));
        else act(() -> commands.run(verb, argument));
    }

    /// An empty Enter: takes what is shown to be confirmed, if that is what the bench waits for.
    public void enter() {
        signedIn(
                () ->
                        context.pending() instanceof Pending.Choices c && c.enter()
                                ? prompts.chosen("1")
                                : replies.refused(new Word.NothingPending()));
    }

    /// Takes a unit up from a list on the screen; its label was not read for that.
    public void open(UnitId unit) {
        signedIn(() -> scans.unit(unit, Evidence.inferred()));
    }

    /// Settles a contradiction off the desk; the reason and the signature are asked for.
    public void settle(UnitId unit, String dispute, Settlement how) {
        signedIn(() -> commands.settle(unit, dispute, how));
    }

    /// A typed value or reason, for whatever waits for one.
    public void value(String text) {
        signedIn(() -> taken(text));
    }

    /// A typed value, which is no reason.
    public void measured(String text) {
        signedIn(
                () ->
                        context.pending() instanceof Pending.Reason r
                                ? replies.refused(new Word.ReasonNeeded(r.what()))
                                : taken(text));
    }

    private Answer taken(String text) throws RecordProblem {
        prompts.goOn();
        if (context.pending().asks()) return prompts.open();
        if (context.pending() instanceof Pending.Reason r) return prompts.reasoned(r, text.strip());
        var answer = tests.typed(text);
        return answer.isPresent() ? answer.get() : replies.refused(new Word.NothingPending());
    }

    /// What was said of the unit when it came in.
    public void declare(Declaration said) {
        act(() -> work.perform(new Intent.Declare(said)));
    }

    /// The same of a unit, where it is still in hand: otherwise the draft of it stays. It does not
    /// come between a question and its answer.
    ///
    /// @param field whose draft it takes the place of
    public void declare(UnitId unit, String field, Declaration said) {
        lanes.bench()
                .execute(
                        () -> {
                            if (context.handId().filter(unit::equals).isEmpty()) return;
                            var asked = !(context.pending() instanceof Pending.Nothing);
                            var answer = attempt(() -> declared(unit, field, said));
                            if (asked && answer.outcome() == Outcome.DONE)
                                last.ifPresent(this::show);
                            else publish(answer);
                        });
    }

    private Answer declared(UnitId unit, String field, Declaration said) throws RecordProblem {
        var answer = work.perform(new Intent.Declare(said));
        if (answer.outcome() == Outcome.DONE) context.record.draft(unit, field, "");
        return answer;
    }

    public void note(String text) {
        act(() -> work.perform(new Intent.Note(text)));
    }

    /// Keeps what is typed for a unit and not entered yet, so that neither another unit nor the end
    /// of the program loses it. Nothing is answered unless it can't be kept.
    public void draft(UnitId unit, String field, String text) {
        lanes.bench()
                .execute(
                        () -> {
                            try {
                                context.record.draft(unit, field, text);
                            } catch (RecordProblem e) {
                                publish(replies.problem(e));
                            }
                        });
    }

    /// A PIN for the signature that is pending. The characters are wiped.
    public void pin(char[] pin) {
        inTurn(
                () -> {
                    prompts.goOn();
                    signing.pin(pin, this::signed, e -> signed(replies.problem(e)));
                });
    }

    /// A supervisor, signed in, gives somebody new tries at the PIN.
    public void unlock(String badge) {
        signedIn(
                () -> {
                    if (badge.isBlank()) return signing.lockout().ask();
                    var person = context.reference().badge(badge);
                    if (person.isEmpty()) return replies.refused(new Word.UnknownBadge(badge));
                    return signing.lockout().unlock(context.person().orElseThrow(), person.get());
                });
    }

    /// Looks for units by the beginning of their serial, or by one of our own numbers.
    ///
    /// @param found is told on the bench lane; at most 20 units
    public void find(String text, Consumer<List<UnitId>> found) {
        ask(() -> found.accept(context.find(text.strip())));
    }

    /// The label of the unit in hand as it would be printed; empty while its order is open.
    ///
    /// @param shown is told on the bench lane
    public void preview(Consumer<Optional<Paper>> shown) {
        ask(() -> shown.accept(printing.preview()));
    }

    private interface Question {
        void run() throws RecordProblem;
    }

    private void ask(Question question) {
        lanes.bench()
                .execute(
                        () -> {
                            try {
                                if (context.person().isPresent()) question.run();
                            } catch (RecordProblem e) {
                                publish(replies.problem(e));
                            }
                        });
    }

    private void publish(Answer made) {
        var answer = made.given(++given, work.recorded());
        last = Optional.of(answer);
        var state = show(answer);
        for (var l : listeners) l.accept(answer, state);
        afterwards(answer);
    }

    private BenchState show(Answer answer) {
        try {
            var state = states.of(answer);
            for (var w : watchers) w.accept(state);
            return state;
        } catch (RecordProblem e) {
            throw new IllegalStateException("the record can't be read", e);
        }
    }

    private interface Deed {
        void run() throws RecordProblem;
    }

    private void attempted(Deed deed) {
        try {
            deed.run();
        } catch (RecordProblem e) {
            publish(replies.problem(e));
        }
    }

    private void failed(Word why) {
        act(() -> replies.say(Outcome.PROBLEM, (Record) why));
    }

    private void ended(UnitId unit) {
        attempted(() -> printing.ended(unit, this::failed));
    }

    /// A release prints its first label at once, as every other end of an order prints its own, and
    /// what tells two units apart the tag; a further copy is printed when asked for.
    private void afterwards(Answer answer) {
        if (answer.text() instanceof Word.TagPrinted w) printing.tag(w.unit(), this::failed);
        if (answer.text() instanceof Word.EndPrinted w) ended(w.unit());
        for (var e : answer.entries()) {
            if (e.fact() instanceof ReleaseFact.Released)
                act(() -> work.perform(new Intent.PrintLabel(Optional.empty())));
            if (e.fact() instanceof ReleaseFact.Ended f) ended(f.unit());
            if (e.fact() instanceof CaseFact) attempted(notices::settledHere);
            if (e.fact() instanceof CaseFact.Split s) printing.tag(s.second(), this::failed);
            if (e.fact() instanceof LabelPrinted p)
                attempted(() -> printing.print(p, this::failed));
        }
    }
}
