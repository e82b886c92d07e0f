// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.exchange.CentralProblem;

/// `rotable central`, `key` and `sync`, as an administrator and a bench type them.
class CentralCommandTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Centre centre;

    /// Each story has a depot of its own.
    private static int depots;

    private record Said(int code, String text) {
        /// The rest of the line that begins so.
        String after(String start) {
            return text.lines()
                    .filter(l -> l.startsWith(start))
                    .map(l -> l.substring(start.length()).strip())
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeAll
    static void start() throws IOException, CentralProblem {
        centre = new Centre();
    }

    @AfterAll
    static void stop() throws IOException {
        centre.close();
    }

    @BeforeEach
    void depot() {
        depots++;
        assertEquals(
                new Said(0, "The centre is ready for depot %s.".formatted(name())),
                central("init"));
    }

    private static String name() {
        return "depot" + depots;
    }

    private static Said run(String... args) {
        var out = System.out;
        var err = System.err;
        var said = new ByteArrayOutputStream();
        try (var to = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(to);
            System.setErr(to);
            int code = Main.run(args);
            return new Said(code, said.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Said central(String verb, String... more) {
        var start = List.of("central", verb, "--rehearsal", "--url", centre.url());
        var depot =
                List.of(more).contains("--depot") ? List.<String>of() : List.of("--depot", name());
        var as = List.of("--user", "postgres");
        return run(
                Stream.of(start, as, depot, List.of(more))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private Said bench(String verb, String data, String... more) {
        var start =
                List.of(
                        verb,
                        "--rehearsal",
                        "--data",
                        folder.resolve(data).toString(),
                        "--bench",
                        "B1",
                        "--depot",
                        name());
        return run(Stream.of(start, List.of(more)).flatMap(List::stream).toArray(String[]::new));
    }

    private Said sync(String data, String... more) {
        var at = List.of("--central", centre.url());
        return bench(
                "sync",
                data,
                Stream.of(at, List.of(more)).flatMap(List::stream).toArray(String[]::new));
    }

    private Said enrol(Said key, String by) {
        return central(
                "enrol",
                "--bench",
                "B1",
                "--key",
                key.after("key"),
                "--fingerprint",
                key.after("fingerprint"),
                "--by",
                by);
    }

    private void admit(String data) {
        var key = bench("key", data);
        enrol(key, "kim");
        assertEquals(0, enrol(key, "lee").code());
    }

    // What both may get wrong, and so longer than most.
    @Test
    void two_people_admit_a_bench_by_its_fingerprint() {
        var key = bench("key", "one");
        assertTrue(key.after("key").matches("[0-9a-f]{60,}"), key.text());
        assertEquals(
                new Said(1, "A key consists of the hex digits that `rotable key` shows."),
                central(
                        "enrol",
                        "--bench",
                        "B1",
                        "--key",
                        "k",
                        "--fingerprint",
                        "f",
                        "--by",
                        "kim"));
        var other = bench("key", "two").after("fingerprint");
        assertEquals(
                new Said(
                        1,
                        "The key's fingerprint is " + key.after("fingerprint") + ", another one."),
                central(
                        "enrol",
                        "--bench",
                        "B1",
                        "--key",
                        key.after("key"),
                        "--fingerprint",
                        other,
                        "--by",
                        "kim"));
        assertEquals(
                new Said(0, "B1 is proposed. A second person has to approve it."),
                enrol(key, "kim"));
        assertEquals(
                new Said(1, "kim proposed it; somebody else has to approve it."),
                enrol(key, "kim"));
        assertEquals(
                new Said(0, "B1 is admitted, and connects as rotable-%s-B1.".formatted(name())),
                enrol(key, "lee"));
        var status = central("status").text();
        assertTrue(
                status.matches("(?s)B1 +0 entries +last here never.*0 entries in all\\."), status);
    }

    private Said enrol(String bench, String key, String fingerprint, String by) {
        return central(
                "enrol", "--bench", bench, "--key", key, "--fingerprint", fingerprint, "--by", by);
    }

    @Test
    void nobody_is_no_second_person_and_a_key_is_one_benchs() {
        var key = bench("key", "one");
        var nobody = new Said(1, "--by names the person who approves it.");
        assertEquals(nobody, enrol(key, " "));
        assertEquals(nobody, central("revoke", "--bench", "B1", "--by", ""));
        var hex = key.after("key");
        var fingerprint = key.after("fingerprint");
        for (var name : List.of("", "B 1", "B;1"))
            assertEquals(
                    new Said(
                            1,
                            "A bench's name consists of letters, digits, '.', '_' and '-', 27 at most."),
                    enrol(name, hex, fingerprint, "kim"));
        assertEquals(1, central("init", "--depot", "D 1;drop").code());
        assertEquals(
                new Said(1, "A key consists of the hex digits that `rotable key` shows."),
                enrol("B1", "abcd", rotable.sync.Fingerprint.of("abcd"), "kim"));
        assertEquals(
                0, enrol("B1", hex, fingerprint.toUpperCase(java.util.Locale.ROOT), "kim").code());
        assertEquals(
                new Said(1, "That is the key of B1: each bench has its own."),
                enrol("B2", hex, fingerprint, "kim"));
        var status = central("status").text();
        assertTrue(
                status.contains("key " + fingerprint + ": a second person has to approve it"),
                status);
    }

    @Test
    void a_bench_sends_what_it_has_until_it_is_sent_away() {
        assertEquals(2, bench("sync", "one").code(), "without --central");
        assertEquals(1, sync("one").code(), "before it is admitted");
        admit("one");
        var sent = sync("one");
        assertEquals(0, sent.code(), sent.text());
        assertTrue(sent.text().matches("[1-9] sent, [1-9] received\\."), sent.text());
        assertTrue(sync("one").text().startsWith("0 sent"), "once");
        assertTrue(central("status").text().contains("last here 20"), "a day");
        var verified = central("verify");
        assertEquals(0, verified.code());
        assertTrue(verified.text().matches("[1-9] entries verified\\."), verified.text());
        assertEquals(
                new Said(1, "There is no bench B7 here."),
                central("revoke", "--bench", "B7", "--by", "kim"));
        assertEquals(
                new Said(0, "B1 can't connect any more."),
                central("revoke", "--bench", "B1", "--by", "kim"));
        assertTrue(central("status").text().contains("sent away"));
        var refused = sync("one");
        assertEquals(1, refused.code());
        assertTrue(refused.text().contains("sent away"), refused.text());
    }

    @Test
    void a_depot_has_a_name_of_its_own() {
        var none = new Said(1, "There is no depot D2 here. `rotable central init` makes it.");
        assertEquals(none, central("status", "--depot", "D2"));
        assertEquals(none, central("verify", "--depot", "D2"));
        assertEquals(none, central("refill", "--depot", "D2"));
        for (int twice = 0; twice < 2; twice++)
            assertEquals(
                    new Said(0, "The centre is ready for depot D2."),
                    central("init", "--depot", "D2"));
        assertEquals(new Said(0, "0 entries in all."), central("status", "--depot", "D2"));
    }

    @Test
    void a_refill_waits_for_every_bench() {
        admit("one");
        sync("one");
        assertEquals(0, central("refill").code());
        var early = central("refill", "--end");
        assertEquals(1, early.code());
        assertTrue(early.text().startsWith("Not ended: B1 "), early.text());
        var filled = sync("one");
        assertTrue(filled.text().contains("It has all that this bench can give it"), filled.text());
        assertEquals(
                new Said(0, "The centre places new entries again."), central("refill", "--end"));
        assertEquals(0, central("refill").code());
        assertEquals(0, central("refill", "--end", "--without-the-rest").code());
    }

    @Test
    void what_an_old_computer_had_not_sent_is_brought_in() throws IOException {
        admit("one");
        sync("one");
        var table =
                Files.writeString(folder.resolve("codes.csv"), "code,kind,text\nX,FAULT,Noise\n");
        assertEquals(0, bench("import", "one", table.toString()).code());
        admit("two");
        var brought = sync("two", "--unsent-of", folder.resolve("one").toString());
        assertEquals(0, brought.code(), brought.text());
        assertTrue(
                brought.text()
                        .matches(
                                "(?s)[1-9] entries of the old computer are at the centre, 0 beside"
                                        + " the record, 0 could not be placed\\..*"),
                brought.text());
        var nowhere = sync("two", "--unsent-of", folder.resolve("nowhere").toString());
        assertEquals(1, nowhere.code());
        assertTrue(nowhere.text().contains("nowhere"), nowhere.text());
        assertTrue(nowhere.text().lines().count() < 3, nowhere.text());
    }

    @Test
    void a_folder_without_an_old_computers_record_is_no_success() throws IOException {
        admit("one");
        var junk = Files.createDirectories(folder.resolve("junk/mirror"));
        Files.write(junk.resolve("00000001.log"), new byte[3_000]);
        for (var wrong : List.of("nowhere", "junk", "one")) {
            var said = sync("one", "--unsent-of", folder.resolve(wrong).toString());
            assertEquals(1, said.code(), wrong);
            assertTrue(
                    said.text().startsWith("Nothing was brought in or exchanged: "), said.text());
        }
    }
}
