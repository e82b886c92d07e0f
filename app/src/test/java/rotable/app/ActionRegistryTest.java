// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import rotable.bench.Action;
import rotable.bench.Answer;
import rotable.bench.Answer.Outcome;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.BenchState;
import rotable.bench.Lanes;
import rotable.bench.Messages;
import rotable.identify.Identifier;
import rotable.reference.Reference;
import rotable.scan.Frame;
import rotable.scan.Scan;

/// Walks the one list of actions: each has its routes, and what is not offered is refused.
class ActionRegistryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir Path folder;

    @Test
    void every_action_has_a_key_of_its_own_and_none_is_a_single_letter() {
        var keys = new HashSet<KeyCombination>();
        for (var action : Action.values()) {
            var key = (KeyCodeCombination) KeyCombination.valueOf(action.key());
            assertTrue(keys.add(key), action + " shares " + action.key());
            var bare =
                    key.getAlt() != KeyCombination.ModifierValue.DOWN
                            && key.getShortcut() != KeyCombination.ModifierValue.DOWN;
            assertFalse(bare && key.getCode().isLetterKey(), action.key());
        }
    }

    @Test
    void every_action_has_an_icon_a_name_and_a_card_that_reads_back() {
        var messages = new Messages(Locale.ROOT);
        for (var action : Action.values()) {
            assertEquals(action.icon(), Feather.findByDescription(action.icon()).getDescription());
            assertFalse(messages.word("Action." + action.name()).isBlank());
            var text = action.name() + (action.takesCode() ? ":X" : "");
            var frame = Frame.of("]C0" + Identifier.cardText(text), "test", NOW);
            var card = (Scan.Command) new Identifier().identify(frame, Reference.EMPTY);
            assertEquals(Optional.of(action), Action.of(card.verb()));
        }
    }

    /// A bench with everything it said last.
    private static final class Watched {
        private final Bench bench;
        private Optional<Answer> answer = Optional.empty();
        private Optional<BenchState> state = Optional.empty();

        Watched(Bench bench) {
            this.bench = bench;
            bench.listen(
                    (a, s) -> {
                        answer = Optional.of(a);
                        state = Optional.of(s);
                    });
            bench.start();
        }

        void scan(String text) {
            bench.scan(Frame.of(text, Bench.CONSOLE, NOW));
        }

        BenchState state() {
            return state.orElseThrow();
        }

        Outcome run(Action action) {
            bench.command(action.name(), Optional.empty());
            return answer.orElseThrow().outcome();
        }
    }

    // Every action in four standings, and so longer than most.
    @Test
    void what_is_not_offered_is_refused_and_says_why() throws Exception {
        var options = new DataOptions();
        options.rehearsal = true;
        var clock = new BenchClock(InstantSource.system());
        clock.set(NOW);
        try (var record = options.open(folder, clock)) {
            SampleDepot.setUp(record, NOW);
            var printer = new LabelFiles(folder.resolve("labels"));
            var bench = new Watched(Wiring.window(options, record, clock, printer, Lanes.direct()));
            var messages = new Messages(Locale.ROOT);
            var offered = EnumSet.noneOf(Action.class);
            for (var scan : List.of("", Terminal.ANA, "SN12-00017", card("RECEIVE"))) {
                if (!scan.isEmpty()) bench.scan(scan);
                var before = bench.state();
                for (var action : Action.values()) {
                    var whyNot = action.whyNot(before);
                    if (whyNot.isEmpty()) {
                        offered.add(action);
                        continue;
                    }
                    assertFalse(messages.text(whyNot.get(), before.reference(), NOW).isBlank());
                    assertEquals(Outcome.REFUSED, bench.run(action), action + " after " + scan);
                }
            }
            assertTrue(offered.containsAll(EnumSet.of(Action.ALLOK, Action.HOLD, Action.PARK)));
            assertFalse(offered.contains(Action.PRINT), "nothing is released");
        }
    }

    private static String card(String verb) {
        return Identifier.cardText(verb);
    }
}
