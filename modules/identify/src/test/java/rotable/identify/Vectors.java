// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rows written by others, read from where they lie (property `rotable.vectors`); without them the
/// tests that ask for them count as skipped.
final class Vectors {
    private static final JsonMapper JSON = new JsonMapper();

    private Vectors() {}

    /// What became of one row.
    enum Result {
        AGREES,
        DIFFERS,
        SKIPPED
    }

    static Path file(String name) {
        var path = Path.of(System.getProperty("rotable.vectors", ""), "vectors", name);
        Assumptions.assumeTrue(Files.exists(path), "no vectors at " + path);
        return path;
    }

    static List<JsonNode> rows(String name) throws IOException {
        var rows = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file(name))) rows.add(JSON.readTree(line));
        return rows;
    }

    static JsonNode tree(String name) throws IOException {
        return JSON.readTree(Files.readString(file(name)));
    }

    static String input(JsonNode row) {
        return row.get("input").asString();
    }

    static boolean valid(JsonNode row) {
        return row.get("valid").asBoolean();
    }

    static boolean option(JsonNode row, String name) {
        var options = row.get("options");
        return options != null && options.has(name);
    }

    /// Runs every row and answers the ids of those that differ; says on standard output how many
    /// there were.
    static List<String> differing(String name, Function<JsonNode, Result> run) throws IOException {
        var counts = new TreeMap<Result, Integer>();
        var differing = new ArrayList<String>();
        for (var row : rows(name)) {
            var result = run.apply(row);
            counts.merge(result, 1, Integer::sum);
            if (result == Result.DIFFERS) differing.add(row.get("id").asString());
        }
        System.out.println(name + " " + counts + " " + differing);
        return differing;
    }

    static Result agrees(boolean agrees) {
        return agrees ? Result.AGREES : Result.DIFFERS;
    }
}
