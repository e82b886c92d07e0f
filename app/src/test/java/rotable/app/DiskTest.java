// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Disks that are full, files that are damaged, folders that can't be written: a sentence each, and
/// nothing that was answered as done is lost.
@DisabledOnOs(OS.WINDOWS)
class DiskTest {
    @TempDir Path folder;

    /// Plays lines on a bench of its own, in a shell that first runs a command of its own.
    private List<String> play(String shell, List<String> options, List<String> lines)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command =
                "{ AS=''; "
                        + shell
                        + " exec $AS "
                        + java
                        + " --enable-native-access=ALL-UNNAMED -XX:-UsePerfData"
                        + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
                        + String.join(" ", options)
                        + " rotable.app.Main console --rehearsal --json --data "
                        + folder.resolve("data")
                        // What it says is no part of the disk that is full.
                        + "; } 2>&1 | cat > "
                        + folder.resolve("out.txt");
        var in = Files.write(folder.resolve("in.txt"), lines);
        var builder = new ProcessBuilder("sh", "-c", command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var bench = builder.redirectInput(in.toFile()).start();
        assertTrue(bench.waitFor(120, TimeUnit.SECONDS));
        return Files.readAllLines(folder.resolve("out.txt"), StandardCharsets.UTF_8);
    }

    private static List<JsonNode> answers(List<String> lines) {
        return lines.stream()
                .filter(l -> l.startsWith("{"))
                .map(l -> JsonMapper.shared().readTree(l))
                .toList();
    }

    private static List<String> work(int notes) {
        var lines = new ArrayList<>(List.of(Terminal.ANA, "SN12-00017", "RT:RECEIVE"));
        for (int i = 0; i < notes; i++) lines.add("!note " + "long ".repeat(6_000) + i);
        return lines;
    }

    @Test
    void a_file_that_can_not_grow_stops_the_bench_and_loses_nothing() throws Exception {
        // 6,144 blocks of 512 bytes: 3 MB a file, which the mirror reaches first.
        var said = play("ulimit -f 6144;", List.of(), work(200));
        var answers = answers(said);
        var problem =
                answers.stream()
                        .filter(a -> Terminal.outcome(a).equals("problem"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(said.getLast()));
        assertTrue(problem.get("text").stringValue().contains("othing"), problem.toString());
        assertFalse(problem.get("next").stringValue().isEmpty());
        assertFalse(String.join("", said).contains("\tat "), "no stack trace");
        assertEquals("problem", Terminal.outcome(answers.getLast()), "nothing more is written");
        try (var record = open()) {
            var hashes = new HashSet<String>();
            record.lines(l -> hashes.add(EntryCodec.hash(Realm.REHEARSAL, l)));
            for (var a : answers)
                if (a.has("entries"))
                    for (var e : a.get("entries"))
                        assertTrue(hashes.contains(e.get("hash").stringValue()), a.toString());
            assertTrue(record.verifyChains().damage().isEmpty());
            assertEquals(1, record.head().ordinal());
        }
    }

    private rotable.store.DerbyRecord open() throws RecordProblem {
        var options = new DataOptions();
        options.rehearsal = true;
        return options.open(folder.resolve("data"), InstantSource.system());
    }

    @Test
    void too_little_room_on_the_disk_refuses_before_anything_is_written() throws Exception {
        play("", List.of(), work(1));
        var last =
                answers(play("", List.of("-Drotable.disk.stop=99999999"), List.of(Terminal.ANA)))
                        .getLast();
        assertEquals("problem", Terminal.outcome(last));
        assertTrue(
                last.get("text").stringValue().startsWith("The disk is too full"), last.toString());
        assertTrue(
                last.get("text").stringValue().endsWith("of the 99999999 that are kept free)."),
                last.toString());
    }

    @Test
    void a_damaged_database_says_so_and_its_mirror_gives_everything_back() throws Exception {
        play("", List.of(), work(20));
        String head;
        try (var record = open()) {
            head = record.head().hash();
        }
        damage();
        var said = String.join("\n", play("", List.of(), work(1)));
        assertTrue(said.contains("damaged"), said.substring(0, Math.min(600, said.length())));
        assertFalse(said.contains("Hex dump"), said.substring(0, Math.min(600, said.length())));
        assertFalse(said.contains("\tat "), "no stack trace");
        delete(folder.resolve("data/db"));
        try (var record = open()) {
            assertEquals(head, record.head().hash());
            assertTrue(record.verifyChains().damage().isEmpty());
        }
    }

    /// Derby opens what is left, and the tables are not in it.
    @Test
    void a_database_whose_log_was_cut_off_is_told_with_the_way_back() throws Exception {
        play("", List.of(), work(1));
        try (var log =
                new RandomAccessFile(folder.resolve("data/db/log/log1.dat").toFile(), "rw")) {
            log.setLength(100_000);
        }
        var problem = assertThrows(RecordProblem.class, this::open);
        assertEquals(RecordProblem.Kind.DAMAGED, problem.kind(), problem.toString());
        assertTrue(Sentences.of(problem).contains("put its folder db aside"));
        Files.move(folder.resolve("data/db"), folder.resolve("data/aside"));
        try (var record = open()) {
            assertTrue(record.broughtBack() > 0);
            assertTrue(record.verifyChains().damage().isEmpty());
        }
    }

    /// Overwrites the middle of every big file of the database.
    private void damage() throws IOException {
        try (var files = Files.list(folder.resolve("data/db/seg0"))) {
            for (var f : files.filter(f -> f.toFile().length() > 20_000).toList())
                try (var file = new RandomAccessFile(f.toFile(), "rw")) {
                    for (long at = 9_000; at < file.length(); at += 4_096) {
                        file.seek(at);
                        file.write(new byte[64]);
                    }
                }
        }
    }

    @Test
    void a_folder_that_can_not_be_written_is_told_in_a_sentence() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        doesNotStart("The data folder can't be written");
    }

    private void doesNotStart(String sentence) throws Exception {
        doesNotStart("", sentence);
    }

    private void doesNotStart(String shell, String sentence) throws Exception {
        var said = String.join("\n", play(shell, List.of(), List.of()));
        assertTrue(said.contains(sentence), said);
        assertFalse(said.contains("\tat "), said);
    }

    /// Permissions hold for nobody who is root: something else in its place does.
    @Test
    void a_mirror_that_can_not_be_written_is_told_in_a_sentence() throws Exception {
        play("", List.of(), List.of());
        delete(folder.resolve("data/mirror"));
        Files.writeString(folder.resolve("data/mirror"), "a file where the folder should be");
        doesNotStart("The data folder can't be written (mirror: ");
    }

    @Test
    void a_folder_without_the_right_to_write_is_told_in_a_sentence() throws Exception {
        play("", List.of(), List.of());
        var data = folder.resolve("data");
        assertTrue(data.toFile().setWritable(false));
        // Who is root may write all the same, but not in a namespace of users in which nobody is.
        var shell = Files.isWritable(data) ? "AS='unshare -U';" : "";
        try {
            doesNotStart(shell, "The data folder can't be written");
        } finally {
            assertTrue(data.toFile().setWritable(true));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var f : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(f);
        }
    }
}
