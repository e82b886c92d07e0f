// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import rotable.bench.Action;
import rotable.bench.Answer;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.bench.Word;
import rotable.scan.Frame;
import rotable.unit.Declaration;

/// The bench in a terminal. A line is a scan, unless it begins with `!` or is a card's text without
/// its check character. `docs/console.md` says all of it.
final class Console {
    private final Bench bench;
    private final BenchClock clock;
    private final boolean rehearsal;
    private final PrintWriter out;
    private final AnswerWriter writer;
    private Optional<Runnable> sync = Optional.empty();

    Console(Bench bench, BenchClock clock, boolean rehearsal, PrintWriter out, boolean json) {
        this.bench = bench;
        this.clock = clock;
        this.rehearsal = rehearsal;
        this.out = out;
        var messages = new Messages(Locale.ROOT);
        this.writer = json ? new JsonAnswers(messages) : new TextAnswers(messages);
        bench.listen(this::answered);
    }

    /// What `!sync` does.
    void sync(Runnable exchange) {
        sync = Optional.of(exchange);
    }

    /// Picks up where the bench was.
    void start() {
        bench.start();
    }

    private void answered(Answer answer, BenchState state) {
        out.println(writer.write(answer, state));
        out.flush();
    }

    /// Reads lines until the end of input or `!quit`.
    void run(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) continue;
            if (text.equals("!quit")) return;
            take(text);
        }
    }

    private void take(String line) {
        if (line.startsWith("!")) verb(line.substring(1));
        else if (line.matches("RT:[A-Z0-9]+(:[A-Z0-9.-]+)?") && !hasCheckCharacter(line))
            card(line.substring(3));
        else bench.scan(Frame.of(Escapes.read(line), Bench.CONSOLE, clock.instant()));
    }

    /// A card's text as people write it stands for the card; whoever scans a card sends its check
    /// character as well.
    private static boolean hasCheckCharacter(String line) {
        int dash = line.lastIndexOf('-');
        return dash == line.length() - 2
                && rotable.identify.Identifier.cardText(line.substring(3, dash)).equals(line);
    }

    private void card(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) bench.command(text, Optional.empty());
        else bench.command(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
    }

    private void verb(String line) {
        int blank = line.indexOf(' ');
        var verb = blank < 0 ? line : line.substring(0, blank);
        var rest = blank < 0 ? "" : line.substring(blank + 1).strip();
        switch (verb) {
            case "pin" -> pin(rest);
            case "value" -> bench.measured(rest);
            case "reason" -> bench.value(rest);
            case "note" -> bench.note(rest);
            case "typed" -> typed(rest);
            case "unlock" -> bench.unlock(rest);
            case "customer", "rma", "fault", "condition" -> bench.declare(said(verb, rest));
            case "time" -> time(rest);
            case "sync" ->
                    sync.ifPresentOrElse(Runnable::run, () -> bench.hear(new Word.NoCentre()));
            default -> command(verb, rest);
        }
    }

    private void pin(String pin) {
        if (pin.isEmpty()) bench.hear(new Word.NoPinTyped());
        else bench.pin(pin.toCharArray());
    }

    private void command(String verb, String rest) {
        var name = verb.toUpperCase(Locale.ROOT);
        if (Action.of(name).isEmpty() && !name.matches("[1-9]")) bench.command("!" + verb, none());
        else bench.command(name, rest.isEmpty() ? none() : Optional.of(rest));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private void typed(String rest) {
        int blank = rest.indexOf(' ');
        var reason = blank < 0 ? "" : rest.substring(blank + 1).strip();
        bench.typed(blank < 0 ? rest : rest.substring(0, blank), reason);
    }

    private static Declaration said(String what, String text) {
        var value = Optional.of(text).filter(t -> !t.isEmpty());
        return new Declaration(
                what.equals("customer") ? value : none(),
                what.equals("rma") ? value : none(),
                what.equals("fault") ? value : none(),
                what.equals("condition") ? value : none());
    }

    private void time(String text) {
        if (!rehearsal) {
            bench.command("!time", none());
            return;
        }
        try {
            clock.set(Instant.parse(text));
        } catch (DateTimeException e) {
            bench.hear(new Word.NotATime(text));
        }
    }
}
