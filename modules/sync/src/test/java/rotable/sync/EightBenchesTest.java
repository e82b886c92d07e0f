// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.store.DerbyRecord;

/// Eight benches in processes of their own, with real Derby, and a real centre that forces its
/// commits, behind lines that reset, stall and drop answers: processes are killed at random and at
/// named points of push and pull, and the centre's too. Nothing that was acknowledged is lost or
/// doubled, and whenever the lines are healed all have the same soon.
///
/// 30 ends in the build; `-Drotable.crashes=1000` for more. The lines are healed after every
/// [#ROUND]: these carry less than is recorded meanwhile, so what lies before a bench at the end
/// would grow with the number of ends, and how long it takes that in would tell nothing of healing.
@Isolated
class EightBenchesTest {
    private static final int CRASHES = Integer.getInteger("rotable.crashes", 30);
    private static final int ROUND = 125;
    private static final int BENCHES = 8;

    private static final Duration CONVERGED_WITHIN = Duration.ofSeconds(60);

    private static final List<String> POINTS =
            List.of(
                    "never",
                    "never",
                    "before-push",
                    "pushed",
                    "pulled",
                    "applied",
                    "greeted",
                    "done");

    @TempDir Path folder;

    private final Random random = new Random(1);
    private boolean healed;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    private final class Bench {
        private final String name;
        private final int port;
        private Process process;
        private volatile String at = "";
        private volatile String said = "";
        private volatile boolean up;

        Bench(String name, int port) throws IOException {
            this.name = name;
            this.port = port;
            process = start();
        }

        private Process start() throws IOException {
            up = false;
            at = "";
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var started =
                    new ProcessBuilder(
                                    java,
                                    "-Xmx192m",
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    BenchProcess.class.getName(),
                                    folder.resolve(name).toString(),
                                    name,
                                    Integer.toString(port),
                                    Long.toString(random.nextLong()),
                                    healed ? "never" : POINTS.get(random.nextInt(POINTS.size())),
                                    Integer.toString(1 + random.nextInt(6)))
                            .redirectErrorStream(true)
                            .start();
            Thread.ofVirtual().start(() -> listen(started));
            return started;
        }

        private void listen(Process its) {
            try (var out =
                    new BufferedReader(
                            new InputStreamReader(its.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith("ACK ")) acknowledged.add(line.substring(4));
                    if (line.equals("UP")) up = true;
                    if (line.startsWith("FAILED ")) said = line;
                    if (line.startsWith("AT ")) at = line;
                    if (line.startsWith("STOPPED") || line.startsWith("BROKEN"))
                        complaints.add(name + " " + line);
                }
            } catch (IOException e) {
                // A killed process says nothing more.
                up = false;
            }
        }

        /// Whether it had ended, by itself or by force.
        boolean ended(boolean force) throws IOException, InterruptedException {
            if (process.isAlive() && !(force && up)) return false;
            process.destroyForcibly().waitFor();
            process = start();
            return true;
        }

        /// Asks it where it is, and with `rest` to record nothing more.
        void ask(String what) {
            try {
                var in = process.getOutputStream();
                in.write((what + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
            } catch (IOException e) {
                at = "";
            }
        }
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_and_all_end_alike() throws Exception {
        try (var depot = new Depot(folder, "on");
                var lines = new FaultProxy(depot.port(), 1)) {
            var benches = new ArrayList<Bench>();
            for (int i = 1; i <= BENCHES; i++) {
                depot.admitted("B" + i).close();
                benches.add(new Bench("B" + i, lines.port()));
            }
            for (int ends = 0; ends < CRASHES; ) {
                if (ends > 0) worsen(lines, benches);
                int more = Math.min(ROUND, CRASHES - ends);
                crash(depot, benches, more);
                ends += more;
                tell(ends + " ends", benches);
                heal(lines, benches);
                assertEquals(Set.of(), complaints);
                assertTrue(acknowledged.size() > ends, "too little was recorded");
                agree(depot);
            }
            // A few lines need not have gone bad in every way.
            if (CRASHES > 100)
                assertEquals(FaultProxy.Kind.values().length - 1, lines.happened().size());
        }
    }

    private void heal(FaultProxy lines, List<Bench> benches) throws Exception {
        lines.heal();
        healed = true;
        var took = converged(benches);
        System.out.printf("lines %s, all alike after %s%n", lines.happened(), took);
        for (var bench : benches) bench.process.destroyForcibly().waitFor();
    }

    private void worsen(FaultProxy lines, List<Bench> benches) throws IOException {
        lines.worsen();
        healed = false;
        for (var bench : benches) bench.process = bench.start();
    }

    private void crash(Depot depot, List<Bench> benches, int ends) throws Exception {
        for (int crashes = 0; crashes < ends; ) {
            Thread.sleep(100);
            var force = random.nextInt(5) == 0;
            if (benches.get(random.nextInt(BENCHES)).ended(force)) crashes++;
            else continue;
            if (crashes == ends / 2 || random.nextInt(60) == 0) depot.killCentre();
        }
        Thread.sleep(2_000);
    }

    /// What is recorded so far, and how much of it each bench has.
    private void tell(String when, List<Bench> benches) throws InterruptedException {
        for (var bench : benches) bench.ask("where");
        Thread.sleep(1_000);
        var places = benches.stream().map(b -> b.at.isEmpty() ? "down" : b.at).toList();
        System.out.printf(
                "%s, %d acknowledged, %s %s%n", when, acknowledged.size(), places, complaints);
    }

    /// How long it took until all have everything.
    private Duration converged(List<Bench> benches) throws Exception {
        var from = System.nanoTime();
        while (true) {
            for (var bench : benches) {
                bench.ended(false);
                bench.ask("rest");
            }
            Thread.sleep(500);
            var places = new TreeSet<String>();
            for (var bench : benches) places.add(bench.at);
            var last = benches.stream().map(b -> b.name + " " + b.said).toList();
            if (places.size() == 1 && places.first().startsWith("AT 0 "))
                return Duration.ofNanos(System.nanoTime() - from);
            var took = Duration.ofNanos(System.nanoTime() - from);
            assertTrue(
                    took.compareTo(CONVERGED_WITHIN) < 0,
                    "not alike: " + places + complaints + last);
        }
    }

    private void agree(Depot depot) throws Exception {
        var states = new TreeSet<String>();
        var all = new HashSet<String>();
        for (int i = 1; i <= BENCHES; i++) {
            try (DerbyRecord record = depot.open("B" + i)) {
                var lines = new ArrayList<String>();
                record.lines(lines::add);
                assertEquals(lines.size(), new HashSet<>(lines).size(), "an entry twice");
                for (var line : lines) all.add(EntryCodec.hash(Realm.RECORD, line));
                assertEquals(all.size(), lines.size(), "not the same entries");
                states.add(record.centralHash() + record.disputed());
                assertFalse(record.disputed().isEmpty(), "nobody contradicted anybody");
                assertEquals(Optional.empty(), record.verifyChains().damage());
            }
        }
        assertEquals(1, states.size(), "not the same state");
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(all);
        assertEquals(Set.of(), lost, "acknowledged and lost");
        try (var keeper = CentralKeeper.open(depot.admin)) {
            var verified = keeper.verify("depot", Realm.RECORD, n -> {});
            assertEquals(Optional.empty(), verified.fault());
            assertEquals(all.size(), verified.entries());
        }
    }
}
