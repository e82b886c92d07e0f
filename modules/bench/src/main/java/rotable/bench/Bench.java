// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import rotable.bench.Answer.Outcome;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.Evidence;
import rotable.fact.Evidence.How;
import rotable.fact.ReleaseFact;
import rotable.identify.Identifier;
import rotable.identity.UnitId;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.scan.Frame;
import rotable.scan.Scan;
import rotable.unit.Declaration;
import rotable.unit.Order;
import rotable.unit.Unit;

/// One repair bench at work. Scans, cards, values and PINs go in; after each one a new state comes
/// out. Everything happens on the bench lane, in the order in which it came.
public final class Bench {
    /// The device of frames that are lines of a console: each is meant, none is a bounce.
    public static final String CONSOLE = "console";

    private static final long BOUNCE_MILLIS = 700;

    private final Context context;
    private final Replies replies;
    private final Work work;
    private final Signing signing;
    private final Prompts prompts;
    private final Tests tests;
    private final Commands commands;
    private final Scans scans;
    private final Lanes lanes;
    private final LabelPrinter printer;
    private final boolean training;
    private final List<BiConsumer<Answer, BenchState>> listeners = new ArrayList<>();
    private final List<Consumer<BenchState>> watchers = new ArrayList<>();
    private Optional<Answer> last = Optional.empty();
    private boolean stopping;
    private Optional<Frame> lastFrame = Optional.empty();
    private long lastFrameMillis;

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
        this.replies = new Replies(clock);
        this.work = new Work(context, replies);
        this.signing = new Signing(context, work, replies, pins, lanes);
        this.prompts = new Prompts(context, work, replies, signing);
        this.tests = new Tests(context, work, replies);
        var components = new Components(context, work, prompts);
        this.commands = new Commands(context, work, replies, prompts, signing, tests, components);
        this.scans =
                new Scans(context, work, replies, prompts, signing, tests, commands, components);
        this.lanes = lanes;
        this.printer = printer;
        this.training = training;
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
        lanes.bench()
                .execute(
                        () -> {
                            try {
                                publish(act.run());
                            } catch (RecordProblem e) {
                                publish(problem(e));
                            } catch (IllegalArgumentException e) {
                                publish(
                                        replies.refused(
                                                new Word.BadText(String.valueOf(e.getMessage()))));
                            } catch (RuntimeException e) {
                                publish(bug(e));
                            }
                        });
    }

    /// A mistake of ours: logged here, told by a short code; the journal is whole as it stands.
    private Answer bug(RuntimeException e) {
        var code = "%04X".formatted(java.util.Arrays.hashCode(e.getStackTrace()) & 0xFFFF);
        System.getLogger("rotable.bench").log(System.Logger.Level.ERROR, "bug " + code, e);
        context.nothingPending();
        return replies.say(Outcome.PROBLEM, new Word.WentWrong(code));
    }

    private Answer problem(RecordProblem e) {
        return replies.say(
                Outcome.PROBLEM,
                new Word.RecordFailed(e.kind().name(), String.valueOf(e.getMessage())));
    }

    /// Picks up where the bench was before the program ended: the unit that was in hand is in hand.
    public void start() {
        act(
                () -> {
                    for (var id : context.record.openHere())
                        if (taken(id) && context.handId().isEmpty())
                            context.take(id, Optional.empty());
                    return replies.say(Outcome.DONE, new Word.Ready());
                });
        verifyFurther();
    }

    /// Verifies the chains a piece at a time, between scans; a release waits until it is done.
    private void verifyFurther() {
        lanes.bench()
                .execute(
                        () -> {
                            try {
                                if (stopping) return;
                                if (context.record.verifyFurther()) verifyFurther();
                                else last.ifPresent(this::show);
                            } catch (RecordProblem e) {
                                publish(problem(e));
                            }
                        });
    }

    /// Ends what the bench does by itself; returns when nothing more of it will start.
    public void stop() {
        CompletableFuture.runAsync(() -> stopping = true, lanes.bench()).join();
    }

    private boolean taken(UnitId id) throws RecordProblem {
        return context.record.unit(id).openOrder().flatMap(Order::taken).isPresent();
    }

    /// A scanner's message.
    public void scan(Frame frame) {
        act(() -> bounced(frame) ? repeated() : understood(frame, scanned(frame)));
    }

    private static Evidence scanned(Frame frame) {
        return new Evidence(How.SCANNED, Optional.of(frame.hex()), Optional.empty());
    }

    /// What somebody typed in place of a scan, and why.
    public void typed(String text, String reason) {
        var evidence = new Evidence(How.TYPED, Optional.empty(), Optional.of(reason));
        act(() -> understood(Frame.of(text, "keyboard", context.clock.instant()), evidence));
    }

    private Answer understood(Frame frame, Evidence evidence) throws RecordProblem {
        var scan = Identifier.identify(frame, context.reference());
        // Our own ids carry a check character; a maker's serial that was typed needs its reason.
        var makers = scan instanceof Scan.Item || scan instanceof Scan.Plain;
        if (makers && evidence.reason().filter(String::isBlank).isPresent())
            return replies.refused(new Refusal.ReasonNeeded());
        return scans.scanned(scan, evidence);
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

    private Answer repeated() {
        return replies.say(Outcome.ALREADY, new Word.AlreadyDone("scan", context.clock.instant()));
    }

    /// A scanner came, went, or broke off in the middle of a message.
    public void scanner(Word said) {
        var good = said instanceof Word.ScannerReady;
        act(() -> replies.say(good ? Outcome.DONE : Outcome.PROBLEM, (Record) said));
    }

    /// A command by its verb, as a card, a key, a button or the console gives it.
    public void command(String verb, Optional<String> argument) {
        act(
                () ->
                        context.person().isEmpty()
                                ? replies.refused(new Word.SignInFirst())
                                : commands.run(verb, argument));
    }

    /// Takes a unit up from a list on the screen; its label was not read for that.
    public void open(UnitId unit) {
        act(
                () ->
                        context.person().isEmpty()
                                ? replies.refused(new Word.SignInFirst())
                                : scans.unit(unit, Evidence.inferred()));
    }

    /// A typed value or reason, for whatever waits for one.
    public void value(String text) {
        act(
                () -> {
                    if (context.person().isEmpty()) return replies.refused(new Word.SignInFirst());
                    if (context.pending() instanceof Pending.Reason r)
                        return prompts.reasoned(r, text.strip());
                    var answer = tests.typed(text);
                    return answer.isPresent()
                            ? answer.get()
                            : replies.refused(new Word.NothingPending());
                });
    }

    /// What was said of the unit when it came in.
    public void declare(Declaration said) {
        act(() -> work.perform(new Intent.Declare(said)));
    }

    public void note(String text) {
        act(() -> work.perform(new Intent.Note(text)));
    }

    /// A PIN for the signature that is pending. The characters are wiped.
    public void pin(char[] pin) {
        lanes.bench().execute(() -> signing.pin(pin, this::publish, e -> publish(problem(e))));
    }

    /// A supervisor, signed in, gives somebody new tries at the PIN.
    public void unlock(String badge) {
        act(
                () -> {
                    var person = context.reference().badge(badge);
                    if (person.isEmpty()) return replies.refused(new Word.UnknownBadge(badge));
                    if (context.person().isEmpty()) return replies.refused(new Word.SignInFirst());
                    return signing.unlock(context.person().get(), person.get());
                });
    }

    private void publish(Answer answer) {
        last = Optional.of(answer);
        var state = show(answer);
        for (var l : listeners) l.accept(answer, state);
        afterwards(answer);
    }

    private BenchState show(Answer answer) {
        try {
            var state = state(answer);
            for (var w : watchers) w.accept(state);
            return state;
        } catch (RecordProblem e) {
            throw new IllegalStateException("the record can't be read", e);
        }
    }

    /// A release prints its first label at once; a further copy is printed when asked for. The
    /// printer never undoes what is recorded.
    private void afterwards(Answer answer) {
        for (var e : answer.entries()) {
            if (e.fact() instanceof ReleaseFact.Released)
                act(() -> work.perform(new Intent.PrintLabel(Optional.empty())));
            if (e.fact() instanceof rotable.fact.CustodyFact.LabelPrinted p) print(p);
        }
    }

    private void print(rotable.fact.CustodyFact.LabelPrinted printed) {
        try {
            var unit = context.record.unit(printed.unit());
            var label =
                    ServiceLabel.of(
                            unit,
                            unit.order().orElseThrow(),
                            context.reference(),
                            printed.copy(),
                            training);
            lanes.side().execute(() -> print(label));
        } catch (RecordProblem e) {
            publish(problem(e));
        }
    }

    private void print(ServiceLabel label) {
        try {
            printer.print(label);
        } catch (java.io.IOException e) {
            act(
                    () ->
                            replies.say(
                                    Outcome.PROBLEM,
                                    new Word.PrinterFailed(String.valueOf(e.getMessage()))));
        }
    }

    private BenchState state(Answer answer) throws RecordProblem {
        var hand = context.hand();
        var parked = new ArrayList<Unit>();
        for (var id : context.record.openHere())
            if (context.handId().filter(id::equals).isEmpty()) parked.add(context.record.unit(id));
        return new BenchState(
                context.bench,
                context.person(),
                hand,
                parked,
                context.pending(),
                context.world(List.of()).gate(Optional.empty()),
                Expectation.of(context, tests),
                context.receiving(),
                context.record.waiting(),
                context.reference(),
                answer);
    }
}
