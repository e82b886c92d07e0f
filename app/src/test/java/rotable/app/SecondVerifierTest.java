// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;

/// The verifier in docs, which shares no code with the program, on a real journal. It runs in the
/// Python that the build brings along.

class SecondVerifierTest {
    @TempDir Path folder;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void repair() throws RecordProblem, IOException {
        try (var t = Terminal.open(folder.resolve("data"))) {
            t.received();
            t.type("CB-19-00331", "CB-22-10877");
            t.tested("2026-11-20T10:00:00Z");
            t.type("RT:SIGN", Terminal.KIM, "!pin 3690", "RT:RELEASE", Terminal.LEE, "!pin 7531");
            t.record.lines(lines::add);
        }
    }

    private String verdict(List<String> journal) throws IOException {
        var file = folder.resolve("journal.jsonl");
        Files.write(file, journal, StandardCharsets.UTF_8);
        var root = Path.of(System.getProperty("rotable.root"));
        var python =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.python.util.jython",
                        root.resolve("docs/verify_journal.py").toString(),
                        file.toString(),
                        "rehearsal");
        var out = folder.resolve("out").toFile();
        var process = python.redirectErrorStream(true).redirectOutput(out).start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the verifier hangs");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var said = Files.readString(out.toPath()).strip().lines().toList();
        return said.getLast();
    }

    @Test
    void finds_a_real_journal_whole() throws IOException {
        assertEquals(lines.size() + " entries verified", verdict(lines));
    }

    @Test
    void names_a_changed_a_missing_and_a_forged_entry() throws IOException {
        var at = lines.size() - 3;
        var changed = new ArrayList<>(lines);
        changed.set(at, changed.get(at).replace("\"seen\":0", "\"seen\":1"));
        var said = verdict(changed);
        assertTrue(said.contains("does not follow"), said);
        var missing = new ArrayList<>(lines);
        missing.remove(at);
        assertTrue(verdict(missing).contains("is missing"));
        var last = lines.size() - 2;
        var forged = new ArrayList<>(lines.subList(0, last + 1));
        forged.set(last, forged.get(last).replace("\"state\":\"holds\"", "\"state\":\"fails\""));
        assertTrue(verdict(forged).contains("signed"), forged.get(last));
    }
}
