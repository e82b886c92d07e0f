// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.sync.CentralAddress;
import rotable.unit.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A bench in a terminal, in this process: lines in, JSON answers out.
final class Terminal implements AutoCloseable {
    static final String ANA = "BG-KA-2224-J";
    static final String KIM = "BG-KA-2226-E";
    static final String LEE = "BG-KA-2227-C";
    static final String UNIT = "]d2010950600013435221K7Q0042\\x1d240PSU-480-R3";

    final DerbyRecord record;
    final Path labels;
    private final Bench bench;
    private final BenchClock clock;
    private final Console console;
    private final StringWriter out = new StringWriter();
    private final JsonNode started;

    private Terminal(Path folder, String name) throws RecordProblem, IOException {
        var options = new DataOptions();
        options.rehearsal = true;
        options.bench = name;
        clock = new BenchClock(InstantSource.system());
        clock.set(TrainingRecord.MORNING);
        record = TrainingRecord.open(folder, name, clock);
        labels = folder.resolve("labels");
        bench = Wiring.console(options, record, clock, new LabelFiles(labels));
        console = new Console(bench, clock, true, new PrintWriter(out), true);
        console.start();
        started = JsonMapper.shared().readTree(out.toString().strip().lines().toList().getLast());
    }

    /// What the bench said when the program began.
    JsonNode started() {
        return started;
    }

    static Terminal open(Path folder) throws RecordProblem, IOException {
        return new Terminal(folder, "B1");
    }

    /// A bench of another name.
    static Terminal open(Path folder, String name) throws RecordProblem, IOException {
        return new Terminal(folder, name);
    }

    /// Lets `!sync` exchange with a centre.
    void centre(CentralAddress at) {
        console.sync(Syncing.asked(bench, clock, record, at)::now);
    }

    /// Types lines; the answers in order.
    List<JsonNode> type(String... lines) throws IOException {
        out.getBuffer().setLength(0);
        console.run(new BufferedReader(new StringReader(String.join("\n", lines))));
        var answers = new ArrayList<JsonNode>();
        var text = out.toString().strip();
        if (!text.isEmpty())
            for (var line : text.split("\n")) answers.add(JsonMapper.shared().readTree(line));
        return answers;
    }

    /// Types lines; the last answer.
    JsonNode last(String... lines) throws IOException {
        return type(lines).getLast();
    }

    /// What the code on the label of an order's release says, as the console takes it.
    String label(Order order) throws IOException {
        var release = order.release().orElseThrow();
        var file = labels.resolve(release.id().value() + "-1.code");
        return Files.readString(file).replace("\u001d", "\\x1d");
    }

    /// Ana has the unit in hand, with intake signed and the fault found.
    void received() throws IOException {
        type(ANA, UNIT, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:NO-OUTPUT");
    }

    /// All four tests, as in the straight repair; the burn-in ends at the given time.
    JsonNode tested(String end) throws IOException {
        return last(
                "RT:START",
                "RT:TEST",
                "HIPOT-03",
                "!value 0.18 mA",
                "RT:TEST",
                "DMM-07",
                "!value 12.03 V",
                "RT:TEST",
                "!value 4.2.3",
                "!time " + end,
                "RT:STOP");
    }

    /// The unit of the worked scenarios.
    static rotable.identity.UnitId unit() {
        return rotable.identity.UnitId.parse("ACME/PSU-480-R3/K7Q0042");
    }

    /// Something that happens at a bench of its own.
    interface Story {
        void tell(Terminal t) throws RecordProblem, IOException;
    }

    /// Tells a story; the record is whole at its end.
    static void at(Path folder, Story story) throws RecordProblem, IOException {
        try (var terminal = open(folder)) {
            story.tell(terminal);
            assertEquals(Optional.empty(), terminal.record.verifyChains().damage());
        }
    }

    /// Refused for this one reason, with a next step, and nothing recorded.
    static void refused(String code, JsonNode answer) {
        assertEquals("refused", outcome(answer), answer.toString());
        assertEquals(List.of(code), codes(answer), answer.toString());
        assertTrue(answer.get("reasons").get(0).has("next"), answer.toString());
        assertFalse(answer.has("entries"), answer.toString());
    }

    static String outcome(JsonNode answer) {
        return answer.get("outcome").stringValue();
    }

    static List<String> codes(JsonNode answer) {
        var codes = new ArrayList<String>();
        if (answer.has("reasons"))
            answer.get("reasons").forEach(r -> codes.add(r.get("code").stringValue()));
        return codes;
    }

    @Override
    public void close() {
        record.close();
    }
}
