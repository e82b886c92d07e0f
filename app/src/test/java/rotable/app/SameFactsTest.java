// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import tools.jackson.databind.json.JsonMapper;

/// Both worked scenarios leave the same facts behind, whether they were played in the console,
/// through a serial scanner, or in the window.
@DisabledOnOs(OS.WINDOWS)
class SameFactsTest {
    /// What differs from run to run: our own numbers, and hashes.
    private static final Pattern OWN = Pattern.compile("(?:RO|RL|HD)-[0-9A-Z]+(?:-[0-9A-Z]+)+");

    private static final Pattern HASH =
            Pattern.compile("[0-9a-f]{64}|92[0-9a-f]{16}|raw\":\"[0-9a-f]+");

    @TempDir Path folder;

    static List<String> script(String name) throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("rotable.root"), "docs", name));
    }

    private List<String> facts(DerbyRecord record) throws RecordProblem {
        var facts = new ArrayList<String>();
        record.lines(
                line -> {
                    var entry = JsonMapper.shared().readTree(line);
                    var type = entry.get("type").stringValue();
                    if (type.endsWith("-published") || type.equals("epoch-begun")) return;
                    var body = OWN.matcher(entry.get("body").toString()).replaceAll("OWN");
                    facts.add(type + " " + HASH.matcher(body).replaceAll("HASH"));
                });
        return facts;
    }

    private List<List<String>> onEachFace(List<String> script) throws Exception {
        var all = new ArrayList<List<String>>();
        try (var console = ConsoleFace.open(folder.resolve("console"))) {
            console.play(script);
            all.add(facts(console.record()));
        }
        try (var serial = SerialFace.open(folder.resolve("serial"))) {
            serial.play(script);
            all.add(facts(serial.record()));
        }
        try (var window = WindowFace.open(folder.resolve("window"))) {
            window.play(script);
            all.add(facts(window.record()));
        }
        return all;
    }

    @Test
    void the_straight_repair() throws Exception {
        var script = new ArrayList<>(script("straight-repair.txt"));
        script.addAll(List.of(Face.LABEL, "RT:SHIP"));
        var facts = onEachFace(script);
        assertTrue(facts.getFirst().getLast().startsWith("shipped "), facts.getFirst().getLast());
        assertEquals(facts.get(0), facts.get(1), "serial");
        assertEquals(facts.get(0), facts.get(2), "window");
    }

    @Test
    void a_part_swapped_after_the_pass() throws Exception {
        var script = new ArrayList<>(script("swap-after-pass.txt"));
        script.addAll(List.of(Face.LABEL, "RT:SHIP"));
        var facts = onEachFace(script);
        assertTrue(facts.getFirst().getLast().startsWith("shipped "), facts.getFirst().getLast());
        assertEquals(facts.get(0), facts.get(1), "serial");
        assertEquals(facts.get(0), facts.get(2), "window");
    }
}
