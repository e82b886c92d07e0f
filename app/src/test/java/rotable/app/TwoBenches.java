// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two benches and a centre of a rehearsal depot.
abstract class TwoBenches {
    static final String SAME = "RT:R:FOUND-SO";

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    Centre centre;

    @SuppressWarnings("NullAway.Init")
    Terminal one;

    @SuppressWarnings("NullAway.Init")
    Terminal two;

    @BeforeEach
    void start() throws Exception {
        centre = new Centre();
        one = bench("B1");
        two = bench("B2");
        step(one, two, one);
    }

    @AfterEach
    void stop() throws Exception {
        one.close();
        two.close();
        centre.close();
    }

    Terminal bench(String name) throws Exception {
        var terminal = Terminal.open(folder.resolve(name), name);
        terminal.centre(centre.admit(terminal.record));
        return terminal;
    }

    static void step(Terminal... benches) throws Exception {
        for (var b : benches) {
            var answer = b.type("!sync").getFirst();
            assertEquals("done", Terminal.outcome(answer), answer.toString());
        }
    }

    static String text(JsonNode answer) {
        return answer.get("text").stringValue();
    }

    static List<String> choices(JsonNode answer) {
        var texts = new ArrayList<String>();
        for (var c : answer.get("choices")) texts.add(c.get("text").stringValue());
        return texts;
    }

    static List<String> facts(JsonNode why, String criterion) {
        var facts = new ArrayList<String>();
        for (var line : why.get("gate"))
            if (line.get("id").stringValue().equals(criterion)
                    && line.get("state").stringValue().equals("fails"))
                facts.add(line.get("fact").stringValue());
        return facts;
    }

    void oneStory() throws Exception {
        assertEquals(one.record.centralHash(), two.record.centralHash());
        for (var b : List.of(one, two)) {
            assertEquals(Optional.empty(), b.record.verifyChains().damage());
            var before = b.record.stateHash();
            b.record.rebuild();
            assertEquals(before, b.record.stateHash());
        }
    }

    static void intake(Terminal bench) throws Exception {
        bench.type("RT:RECEIVE", "!rma 1", "!fault dead", "RT:ALLOK", "!pin 2580");
        bench.type("RT:F:NO-OUTPUT");
    }

    void bothWorkOnOne() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        one.type("CB-19-00331", "CB-22-10877");
        two.type(Terminal.ANA, Terminal.UNIT);
        intake(two);
        two.type("RT:TEST", "HIPOT-03", "!value 0.18 mA");
        step(one, two, one);
    }

    static String outcome(JsonNode answer) {
        return Terminal.outcome(answer).toUpperCase(java.util.Locale.ROOT);
    }
}
