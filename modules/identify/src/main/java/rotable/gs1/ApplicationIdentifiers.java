// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The table of application identifiers, from `application-identifiers.txt`.
public final class ApplicationIdentifiers {
    private static final Map<String, ApplicationIdentifier> TABLE = read();
    private static final int[] LENGTHS = lengths();

    private ApplicationIdentifiers() {}

    /// The identifier of exactly these digits.
    public static Optional<ApplicationIdentifier> of(String ai) {
        return Optional.ofNullable(TABLE.get(ai));
    }

    /// The identifier that begins there. How many digits it has, its first two tell (General
    /// Specifications, section 7.8.4).
    static Optional<ApplicationIdentifier> at(String text, int at) {
        int length = lengthAt(text, at);
        if (length == 0 || at + length > text.length()) return Optional.empty();
        return of(text.substring(at, at + length));
    }

    private static int lengthAt(String text, int at) {
        if (at + 2 > text.length()) return 0;
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? 0 : LENGTHS[tens * 10 + ones];
    }

    /// All of them, in the table's order.
    public static Collection<ApplicationIdentifier> all() {
        return TABLE.values();
    }

    private static int[] lengths() {
        var lengths = new int[100];
        for (var ai : TABLE.keySet()) lengths[Integer.parseInt(ai.substring(0, 2))] = ai.length();
        return lengths;
    }

    private static Map<String, ApplicationIdentifier> read() {
        var table = new LinkedHashMap<String, ApplicationIdentifier>();
        for (var line : lines("application-identifiers.txt"))
            for (var ai : row(line.split("\\|", -1))) table.put(ai.ai(), ai);
        return java.util.Collections.unmodifiableMap(table);
    }

    /// The lines of a resource beside this class, without comments and empty lines.
    static List<String> lines(String resource) {
        try (var in = ApplicationIdentifiers.class.getResourceAsStream(resource)) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ApplicationIdentifier> row(String[] cells) {
        var range = cells[0].strip().split("\\.\\.");
        var last = range[range.length - 1];
        var rows = new ArrayList<ApplicationIdentifier>();
        for (int n = Integer.parseInt(range[0]); n <= Integer.parseInt(last); n++)
            rows.add(identifier(("%0" + last.length() + "d").formatted(n), cells));
        return rows;
    }

    private static ApplicationIdentifier identifier(String ai, String[] cells) {
        return new ApplicationIdentifier(
                ai,
                words(cells[1]).stream().map(Component::of).toList(),
                cells[2].contains("fixed"),
                cells[2].contains("attribute"),
                alternatives(cells[3], "\\+"),
                words(cells[4]),
                qualifiers(cells[5]),
                cells[6].strip());
    }

    private static Optional<List<List<String>>> qualifiers(String cell) {
        if (cell.isBlank()) return Optional.empty();
        if (cell.strip().equals("alone")) return Optional.of(List.of(List.of()));
        return Optional.of(alternatives(cell, " "));
    }

    private static List<List<String>> alternatives(String cell, String between) {
        if (cell.isBlank()) return List.of();
        return Arrays.stream(cell.split("/")).map(a -> List.of(a.strip().split(between))).toList();
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(" +"));
    }
}
