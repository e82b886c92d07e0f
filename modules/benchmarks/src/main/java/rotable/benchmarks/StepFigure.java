// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rotable.bench.Answer;
import rotable.bench.Bench;
import rotable.bench.Lanes;
import rotable.journal.Entry;
import rotable.record.RecordProblem;
import rotable.scan.Frame;

/// One technician's step, from the scanner's frame to the durable entry, its mirror and the new
/// state of the bench; against the least that durability costs: a plain insert of the same bytes
/// into the same table, committed, and one forced write to a file. The two take turns.
final class StepFigure {
    private static final int WARM_UNITS = 60;
    private static final int UNITS = 400;

    private final Durations steps = new Durations();
    private final Durations plain = new Durations();
    private Optional<Answer> last = Optional.empty();
    private long no;

    void measure(Path folder) throws RecordProblem, IOException, SQLException {
        var file = folder.resolve("plain.log");
        try (var sample = SampleBench.open(folder.resolve("record"), Lanes.direct());
                var db = PlainTables.open(folder.resolve("plain"));
                var log =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            sample.bench().listen((answer, state) -> last = Optional.of(answer));
            sample.bench().start();
            for (int i = 0; i < UNITS; i++) repair(sample.bench(), i, db, log);
        }
        report();
    }

    private void report() {
        System.out.println("step           " + steps);
        System.out.println("plain insert   " + plain);
        System.out.printf(
                "ratio          %.2f of the medians (at most 3), p99 %.2f ms (under 50)%n",
                steps.millis(0.5) / plain.millis(0.5), steps.millis(0.99));
    }

    /// A straight repair of one more unit; every frame that records something is a step.
    private void repair(Bench bench, int i, Connection db, FileChannel log)
            throws SQLException, IOException {
        var frames =
                List.of(
                        "]d2010950600013435221K%dB%04d\u001D240PSU-480-R3"
                                .formatted(i / 9000, i % 9000),
                        card("RECEIVE"),
                        card("ALLOK"),
                        "PIN",
                        card("F:NO-OUTPUT"),
                        "CB-19-%05d".formatted(i),
                        "CB-22-%05d".formatted(i),
                        card("START"),
                        "HIPOT-03",
                        "=0.18 mA",
                        "DMM-07",
                        "=12.03 V",
                        card("TEST"),
                        "=4.2.3",
                        card("A:REWORK"),
                        card("UNREPAIRED"),
                        card("R:CUSTOMER"),
                        "BG-KA-2227-C",
                        "PIN");
        if (i == 0) step(bench, "BG-KA-2224-J", i, db, log);
        for (var frame : frames) step(bench, frame, i, db, log);
    }

    private static String card(String verb) {
        return rotable.identify.Identifier.cardText(verb);
    }

    private void step(Bench bench, String text, int unit, Connection db, FileChannel log)
            throws SQLException, IOException {
        var before = System.nanoTime();
        if (text.equals("PIN")) bench.pin("2580".toCharArray());
        else if (text.startsWith("=")) bench.value(text.substring(1));
        else bench.scan(Frame.of(text, Bench.CONSOLE, Instant.now()));
        var took = System.nanoTime() - before;
        var answer = last.orElseThrow();
        if (answer.outcome() == Answer.Outcome.REFUSED
                || answer.outcome() == Answer.Outcome.PROBLEM)
            throw new IllegalStateException(text + " was refused: " + answer.text());
        var entries = answer.entries();
        if (entries.isEmpty()) return;
        var alone = insert(db, log, entries);
        if (unit < WARM_UNITS) return;
        steps.add(took);
        plain.add(alone);
    }

    // Plain JDBC is what is measured against: longer than most.
    private long insert(Connection db, FileChannel log, List<Entry> entries)
            throws SQLException, IOException {
        var before = System.nanoTime();
        var sql = "INSERT INTO entry (arrival, hash, hash_key, type, line) VALUES (?, ?, ?, ?, ?)";
        var own =
                "INSERT INTO own_entry (arrival, epoch, seq, command, idx) VALUES (?, ?, ?, ?, ?)";
        var bytes = new java.io.ByteArrayOutputStream();
        try (var s = db.prepareStatement(sql);
                var o = db.prepareStatement(own)) {
            for (var e : entries) {
                var line = e.line().getBytes(StandardCharsets.UTF_8);
                var env = e.envelope();
                s.setLong(1, ++no);
                s.setString(2, e.hash());
                s.setString(3, e.hash().substring(0, 8));
                s.setString(4, env.type());
                s.setBytes(5, line);
                s.executeUpdate();
                o.setLong(1, no);
                o.setString(2, env.epoch());
                o.setLong(3, env.seq());
                o.setString(4, env.command());
                o.setInt(5, env.index());
                o.executeUpdate();
                bytes.writeBytes(line);
            }
        }
        db.commit();
        log.write(ByteBuffer.wrap(bytes.toByteArray()));
        log.force(false);
        return System.nanoTime() - before;
    }
}
