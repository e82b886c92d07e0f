// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The table of identifiers against GS1's own, and addresses against GS1's own tests.
class TableTest {
    private static Path vectors(String name) {
        var path = Path.of(System.getProperty("rotable.vectors", ""), "vectors", name);
        Assumptions.assumeTrue(Files.exists(path), "no vectors at " + path);
        return path;
    }

    @Test
    void the_table_says_what_the_syntax_dictionary_says() throws Exception {
        var theirs = new TreeMap<String, String>();
        for (var line : Files.readAllLines(vectors("gs1-syntax-dictionary.txt")))
            if (!line.isBlank() && !line.startsWith("#")) dictionaryLine(line, theirs);
        var ours = new TreeMap<String, String>();
        for (var ai : ApplicationIdentifiers.all()) ours.put(ai.ai(), said(ai));
        assertTrue(ours.size() > 500, ours.size() + " identifiers");
        assertEquals(theirs, ours);
    }

    private static void dictionaryLine(String line, Map<String, String> table) {
        int hash = line.indexOf('#');
        var title = hash < 0 ? "" : line.substring(hash + 1).strip();
        var words =
                new ArrayList<>(
                        List.of(
                                line.substring(0, hash < 0 ? line.length() : hash)
                                        .strip()
                                        .split("\\s+")));
        var range = words.removeFirst().split("-");
        var flags = words.getFirst().matches("[*?]+") ? words.removeFirst() : "";
        var components = new ArrayList<String>();
        var attributes = new TreeMap<String, String>();
        for (var word : words) {
            var parts = word.split("=", 2);
            if (List.of("req", "ex", "dlpkey").contains(parts[0]))
                attributes.put(parts[0], parts.length > 1 ? parts[1] : "alone");
            else components.add(word);
        }
        for (int n = Integer.parseInt(range[0]);
                n <= Integer.parseInt(range[range.length - 1]);
                n++)
            table.put(
                    ("%0" + range[0].length() + "d").formatted(n),
                    flags + " " + components + " " + attributes + " " + title);
    }

    private static String said(ApplicationIdentifier ai) {
        var flags = (ai.fixed() ? "*" : "") + (ai.attribute() ? "?" : "");
        var attributes = new TreeMap<String, String>();
        if (!ai.needs().isEmpty())
            attributes.put(
                    "req",
                    String.join(",", ai.needs().stream().map(a -> String.join("+", a)).toList()));
        if (!ai.excludes().isEmpty()) attributes.put("ex", String.join(",", ai.excludes()));
        ai.qualifiers().ifPresent(q -> attributes.put("dlpkey", keys(q)));
        var components = ai.components().stream().map(TableTest::component).toList();
        return flags + " " + components + " " + attributes + " " + ai.title();
    }

    private static String keys(List<List<String>> qualifiers) {
        var said = String.join("|", qualifiers.stream().map(q -> String.join(",", q)).toList());
        return said.isEmpty() ? "alone" : said;
    }

    private static String component(Component c) {
        var length = c.characters().name() + (c.least() < c.most() ? ".." : "") + c.most();
        var form = c.optional() ? "[" + length + "]" : length;
        var linters =
                c.linters().stream().map(l -> "," + l.name().toLowerCase(Locale.ROOT)).toList();
        return form + String.join("", linters);
    }

    @Test
    void addresses_are_written_as_gs1_writes_them() throws Exception {
        var json = new JsonMapper();
        int run = 0;
        for (var line : Files.readAllLines(vectors("gs1-digitallink-generate.jsonl"))) {
            var row = json.readTree(line);
            var read = Brackets.parse(row.get("input").asString(), 0, true);
            assertEquals(List.of(), read.errors(), line);
            var stem = row.get("stem").isNull() ? "https://id.gs1.org" : row.get("stem").asString();
            var written = DigitalLink.write(read.elements(), stem);
            var due = row.get("valid").asBoolean() ? row.get("expected").get("uri").asString() : "";
            assertEquals(due, written.orElse(""), row.get("id").asString());
            run++;
        }
        System.out.println("gs1-digitallink-generate.jsonl {AGREES=" + run + "}");
    }

    @Test
    void percent_encoding_is_gs1s() throws Exception {
        var json = new JsonMapper();
        int run = 0;
        for (var line : Files.readAllLines(vectors("gs1-uri-escape.jsonl"))) {
            var row = json.readTree(line);
            var in = row.get("input").asString();
            var escape = row.get("kind").asString().endsWith("-escape");
            for (var query : List.of(false, true)) {
                var due = row.get("expected").get(query ? "query" : "path").asString();
                var got = escape ? Percent.encode(in, query) : Percent.decode(in, query);
                assertEquals(due, got, line);
            }
            run++;
        }
        System.out.println("gs1-uri-escape.jsonl {AGREES=" + run + "}");
    }

    @Test
    void each_identifier_has_a_length_that_its_first_two_digits_tell() {
        for (var ai : ApplicationIdentifiers.all()) {
            var found = ApplicationIdentifiers.at(ai.ai() + "0", 0);
            assertEquals(ai.ai(), found.orElseThrow().ai());
        }
        assertEquals(false, Arrays.asList(Linter.values()).isEmpty());
    }
}
