// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import tools.jackson.databind.json.JsonMapper;

/// A bench that is killed at random moments: what it had answered is there afterwards, once, and
/// the chain and its mirror are whole. `-Drotable.kills=1000` asks for more than the build's 30.
class KillTest {
    private static final int KILLS = Integer.getInteger("rotable.kills", 30);
    private static final long SEED = Long.getLong("rotable.seed", 20261121L);

    @TempDir Path folder;

    /// At two benches side by side, because most of the time programs start.
    @Test
    void no_acknowledged_entry_is_lost_or_doubled() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> killed(folder.resolve("one"), SEED, KILLS / 2));
            var other =
                    both.submit(() -> killed(folder.resolve("other"), -SEED, KILLS - KILLS / 2));
            int acknowledged = one.get() + other.get();
            assertTrue(acknowledged > KILLS, acknowledged + " entries acknowledged");
        }
    }

    /// How many entries a bench acknowledged that was killed so often.
    private static int killed(Path data, long seed, int kills) throws Exception {
        var random = new Random(seed);
        var acknowledged = new ArrayList<String>();
        for (int kill = 0; kill < kills; kill++) {
            acknowledged.addAll(
                    untilKilled(data, 1 + random.nextInt(40), random.nextInt(3_000_000), kill));
            // What is lost or doubled stays so, and is found at the end at the latest.
            if (kill % 5 == 4 || kill == kills - 1) check(data, acknowledged);
        }
        return acknowledged.size();
    }

    /// The hashes that a bench answered with before it was killed, so long after so many answers.
    private static List<String> untilKilled(Path data, int answers, int nanos, int round)
            throws Exception {
        var bench =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "rotable.app.Main",
                                "console",
                                "--rehearsal",
                                "--json",
                                "--data",
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var feeder = Thread.ofVirtual().start(() -> feed(bench, round));
        var hashes = read(bench, answers, nanos);
        assertTrue(bench.waitFor(30, TimeUnit.SECONDS));
        feeder.join();
        return hashes;
    }

    private static void feed(Process bench, int round) {
        try (var in = new PrintWriter(bench.getOutputStream(), true, StandardCharsets.UTF_8)) {
            in.println(Terminal.ANA);
            in.println("SN12-" + (10000 + round));
            in.println("RT:RECEIVE");
            for (int i = 0; i < 5000 && bench.isAlive(); i++)
                in.println("!note " + round + "." + i);
        }
    }

    private static List<String> read(Process bench, int answers, int nanos) throws IOException {
        var hashes = new ArrayList<String>();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(bench.getInputStream(), StandardCharsets.UTF_8))) {
            int answered = 0;
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (!line.endsWith("}")) break;
                var entries = JsonMapper.shared().readTree(line).get("entries");
                if (entries != null) entries.forEach(e -> hashes.add(e.get("hash").stringValue()));
                if (++answered == answers) Thread.ofVirtual().start(() -> killed(bench, nanos));
            }
        } catch (IOException e) {
            // The pipe breaks when the process is killed; what was read before counts.
            return hashes;
        }
        return hashes;
    }

    private static void killed(Process bench, int nanos) {
        LockSupport.parkNanos(nanos);
        bench.destroyForcibly();
    }

    private static void check(Path data, List<String> acknowledged) throws RecordProblem {
        var options = new DataOptions();
        options.rehearsal = true;
        try (var record = options.open(data, InstantSource.system())) {
            assertEquals(java.util.Optional.empty(), record.verifyChains().damage());
            assertEquals(1, record.head().ordinal(), "a new epoch began");
            var seen = new ArrayList<String>();
            record.lines(l -> seen.add(EntryCodec.hash(Realm.REHEARSAL, l)));
            var once = new HashSet<>(seen);
            assertEquals(seen.size(), once.size(), "an entry stands twice");
            assertTrue(once.containsAll(acknowledged), "an acknowledged entry is lost");
        }
    }
}
