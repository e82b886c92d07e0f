// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rotable.exchange.CentralProblem;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.sync.Exchange;
import rotable.unit.Order;
import rotable.unit.Unit;

/// The journal that a release wrote folds for ever to what it folded to then. The journals lie in
/// `src/test/resources/golden`, a folder a release, each with what it comes to in words;
/// `-Drotable.golden=VERSION` writes the one of a new release, and never an old one.
class GoldenTest {
    private static final Path GOLDEN =
            Path.of(
                    System.getProperty("rotable.root", "../.."),
                    "modules/simulator/src/test/resources/golden");

    static List<Path> releases() throws IOException {
        var writing = System.getProperty("rotable.golden");
        if (writing != null && !Files.exists(GOLDEN.resolve(writing))) write(writing);
        try (var folders = Files.list(GOLDEN)) {
            return folders.sorted().toList();
        }
    }

    private static void write(String version) throws IOException {
        var folder = Files.createDirectories(GOLDEN.resolve(version));
        try {
            List<String> most = List.of();
            for (int seed = 1; seed <= 100; seed++) {
                var run = new Simulation(seed);
                run.run();
                if (run.centre().lines().size() > most.size()) most = run.centre().lines();
            }
            Files.write(folder.resolve("journal.txt"), most);
            Files.write(folder.resolve("state.txt"), state(folded(most)));
        } catch (RecordProblem | CentralProblem e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void a_release_s_journal_folds_to_what_it_did(Path folder) throws Exception {
        var lines = Files.readAllLines(folder.resolve("journal.txt"), StandardCharsets.UTF_8);
        assertTrue(lines.size() > 60);
        var record = folded(lines);
        assertEquals(
                String.join("\n", Files.readAllLines(folder.resolve("state.txt"))),
                String.join("\n", state(record)));
        record.rebuild();
        assertEquals(Files.readAllLines(folder.resolve("state.txt")), state(record));
        assertTrue(record.verifyChains().damage().isEmpty());
    }

    @Test
    void there_is_one() throws IOException {
        assertTrue(releases().size() > 0);
    }

    private static DerbyRecord folded(List<String> lines) throws RecordProblem, CentralProblem {
        var centre = new Centre();
        for (var line : lines) {
            var entry = EntryCodec.read(Realm.RECORD, line);
            centre.place(entry);
        }
        centre.admit("B9");
        var reader = new Station("B9", new Random(9), () -> Instant.EPOCH, Duration.ZERO);
        reader.start();
        new Exchange(reader.record().replica(), Exchange.Work::run, "test", 50)
                .run(() -> centre.as("B9"));
        return reader.record();
    }

    /// What the record says, in words that do not depend on how the program is built.
    private static List<String> state(DerbyRecord record) throws RecordProblem {
        var said = new ArrayList<String>();
        for (var id : Deeds.all(record)) {
            var unit = record.unit(id);
            said.add(
                    id
                            + " installed "
                            + unit.installedIn().map(p -> p.parent() + " " + p.position()));
            unit.children().forEach((at, child) -> said.add(" " + at + " " + child));
            for (var order : unit.orders()) said.add(" " + order(order));
            for (var order : unit.disputed()) said.add(" disputed " + order(order));
            for (var c : unit.cases())
                said.add(" case %s %s open %s".formatted(c.id(), c.rule(), c.isOpen()));
            for (var hold : unit.holds()) said.add(" hold " + hold.id());
            withoutEffect(unit).forEach(said::add);
        }
        return said;
    }

    private static String order(Order order) {
        return "%s open %s release %s stands %s changes %d runs %d"
                .formatted(
                        order.id(),
                        order.isOpen(),
                        order.release().map(r -> r.id().toString()).orElse("-"),
                        order.release().filter(r -> r.stands()).isPresent(),
                        order.changes().size(),
                        order.runs().size());
    }

    private static Stream<String> withoutEffect(Unit unit) {
        return unit.history().stream()
                .filter(r -> r.without().isPresent())
                .map(r -> " without effect " + r.stamp().position() + " " + r.entry().hash());
    }
}
