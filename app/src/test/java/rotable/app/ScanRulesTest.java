// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.bench.Answer;
import rotable.bench.Answer.Outcome;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.BenchState;
import rotable.bench.Heard;
import rotable.bench.Lanes;
import rotable.bench.Word;
import rotable.identify.Identifier;
import rotable.record.RecordProblem;
import rotable.scan.Frame;
import rotable.scanner.ScannerReplay;
import rotable.store.DerbyRecord;

/// How scans are taken in their moment: bounces, doubled values, repeated codes, recordings.
class ScanRulesTest {
    @TempDir Path folder;

    private final BenchClock clock = new BenchClock(InstantSource.system());
    private final List<Answer> answers = new ArrayList<>();
    private Optional<BenchState> state = Optional.empty();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");

    @SuppressWarnings("NullAway.Init") // set before each
    private DerbyRecord record;

    @SuppressWarnings("NullAway.Init") // set before each
    private Bench bench;

    @BeforeEach
    void open() throws RecordProblem {
        var options = new DataOptions();
        options.rehearsal = true;
        clock.set(now);
        record = TrainingRecord.open(folder, "B1", clock);
        var printer = new LabelFiles(folder.resolve("labels"));
        bench = Wiring.window(options, record, clock, printer, Lanes.direct());
        bench.listen(
                (a, s) -> {
                    answers.add(a);
                    state = Optional.of(s);
                });
        bench.start();
    }

    @AfterEach
    void close() {
        record.close();
    }

    private Answer scan(String text, long millisLater) {
        now = now.plus(Duration.ofMillis(millisLater));
        clock.set(now);
        bench.scan(Frame.of(text, "serial", now));
        return answers.getLast();
    }

    @Test
    void the_same_code_within_700_ms_is_a_bounce_and_later_it_is_meant() throws RecordProblem {
        scan(Terminal.ANA, 0);
        var entries = record.head().seq();
        assertEquals(Outcome.ALREADY, scan(Terminal.ANA, 699).outcome());
        assertEquals(entries, record.head().seq());
        assertEquals(Heard.Kind.BOUNCE, state.orElseThrow().heard().getFirst().kind());
        // The own badge once more, later, locks.
        assertTrue(scan(Terminal.ANA, 701).text() instanceof Word.Locked);
    }

    @Test
    void old_and_new_of_one_lot_read_alike_and_that_is_no_bounce() {
        for (var s : List.of(Terminal.ANA, "K7Q0042", card("RECEIVE"), card("ALLOK")))
            scan(s, 1_000);
        bench.pin("2580".toCharArray());
        assertEquals("removed", type(scan("F-2211", 1_000)));
        assertEquals("installed", type(scan("F-2211", 800)));
    }

    private static String type(Answer answer) {
        return answer.entries().isEmpty()
                ? answer.text().toString()
                : answer.entries().getLast().envelope().type();
    }

    @Test
    void a_value_twice_in_one_message_is_the_value_once() {
        assertEquals("signed-in", type(scan(Terminal.ANA + Terminal.ANA, 1_000)));
        assertEquals(Outcome.DONE, scan("]C0K7Q0042]C0K7Q0042", 1_000).outcome());
        assertEquals("K7Q0042", state.orElseThrow().hand().orElseThrow().id().serial());
        assertEquals(Outcome.DONE, scan("]C0SN12-00017SN12-00017", 1_000).outcome());
        assertEquals("SN12-00017", state.orElseThrow().hand().orElseThrow().id().serial());
    }

    @Test
    void another_unit_while_something_is_pending_takes_a_second_scan() {
        for (var s : List.of(Terminal.ANA, "K7Q0042", card("RECEIVE"), card("HOLD")))
            scan(s, 1_000);
        assertEquals(Outcome.ATTENTION, scan("SN12-00017", 1_000).outcome());
        assertEquals("K7Q0042", state.orElseThrow().hand().orElseThrow().id().serial());
        scan("SN12-00017", 1_000);
        assertEquals("SN12-00017", state.orElseThrow().hand().orElseThrow().id().serial());
    }

    @Test
    void an_empty_pin_is_no_wrong_pin() throws RecordProblem {
        for (var s : List.of(Terminal.ANA, "K7Q0042", card("RECEIVE"), card("ALLOK")))
            scan(s, 1_000);
        var entries = record.head().seq();
        bench.pin(new char[0]);
        assertEquals(entries, record.head().seq());
        bench.pin("2580".toCharArray());
        assertEquals("intake-signed", type(answers.getLast()));
    }

    @Test
    void what_is_typed_while_a_signature_is_waited_for_stands_in_no_log() {
        for (var s : List.of(Terminal.ANA, "K7Q0042", card("RECEIVE"), card("ALLOK")))
            scan(s, 1_000);
        bench.typed("2580", "");
        assertEquals("•••", state.orElseThrow().heard().getFirst().text());
    }

    @Test
    void what_may_be_a_pin_stands_in_no_log() {
        bench.typed("2580", "");
        assertEquals("•••", state.orElseThrow().heard().getFirst().text());
        scan(Terminal.ANA, 1_000);
        bench.typed("2580", "in the wrong field");
        assertEquals("•••", state.orElseThrow().heard().getFirst().text());
        bench.typed("nonsense", "in the wrong field");
        assertEquals("nonsense", state.orElseThrow().heard().getFirst().text());
    }

    @Test
    void a_recording_plays_as_the_scanner_sent_it_and_half_a_message_is_dropped()
            throws IOException {
        var bytes = Terminal.ANA + "\r\nK7Q0042\r\n" + card("RECEIVE") + "\r\nK7Q00";
        var recording = new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(5, ScannerReplay.play(recording, clock, bench::scan));
        assertEquals("received", type(answers.getLast()));
        assertEquals(3, state.orElseThrow().heard().size());
    }

    private static String card(String verb) {
        return Identifier.cardText(verb);
    }
}
