// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rotable.identify.Vectors.agrees;
import static rotable.identify.Vectors.input;
import static rotable.identify.Vectors.valid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rotable.checkdigit.CheckScheme;
import rotable.gs1.Linter;
import rotable.identify.Vectors.Result;
import rotable.label.Label;
import rotable.label.Nameplate.Name;
import rotable.label.Payload;
import rotable.label.Reading;
import rotable.label.Scheme;

/// Every row of the vectors for labels that are none of GS1, and for check digits.
class OtherVectorsTest {
    private static final How HOW = How.inYear(2026);

    private static Optional<Reading> reading(String payload, How how) {
        return new LabelReader(how).read(Payload.of(payload)) instanceof Label.Certain c
                ? Optional.of(c.reading())
                : Optional.empty();
    }

    /// The check character counts all before it, the link character too (ANSI/HIBC 2, 2.3.2 and
    /// appendix B); the library these rows come from leaves the link out. Row 149 says neither.
    @Test
    void hibc() throws Exception {
        var differing =
                Vectors.differing(
                        "hibc.jsonl",
                        row -> {
                            if (row.get("valid").isNull()) return Result.SKIPPED;
                            var label = reading(input(row), HOW.heldTo(Scheme.HIBC));
                            return agrees(label.isPresent() == valid(row));
                        });
        assertEquals(List.of("hibc-0009", "hibc-0015", "hibc-0038"), differing);
    }

    @Test
    void envelopes_and_distributors() throws Exception {
        var differing =
                Vectors.differing(
                        "iuid-15434-labels.jsonl",
                        row -> {
                            var reading = reading(input(row), HOW);
                            if (reading.isEmpty()) return Result.DIFFERS;
                            for (var e : row.get("expected").properties())
                                if (!says(reading.get(), e.getKey(), e.getValue().asString()))
                                    return Result.DIFFERS;
                            return Result.AGREES;
                        });
        assertEquals(List.of(), differing);
    }

    private static boolean says(Reading reading, String name, String value) {
        var said =
                switch (name) {
                    case "uii" -> reading.nameplate().get(Name.UII);
                    case "serial" -> reading.nameplate().get(Name.SERIAL);
                    case "enterprise_id" -> reading.nameplate().get(Name.MAKER);
                    case "part_number" -> reading.nameplate().get(Name.PART);
                    case "current_part_number" -> reading.nameplate().get(Name.CURRENT_PART);
                    default -> reading.value(name);
                };
        return said.equals(Optional.of(value));
    }

    @Test
    void check_digits() throws Exception {
        var differing =
                Vectors.differing(
                        "checkdigits.jsonl",
                        row -> {
                            var scheme = row.get("scheme").asString().toLowerCase(Locale.ROOT);
                            var holds = CheckScheme.of(scheme).orElseThrow().holds(input(row));
                            return agrees(holds == valid(row));
                        });
        assertEquals(List.of(), differing);
    }

    @Test
    void every_linter_of_the_dictionary_is_known() throws Exception {
        for (var row : Vectors.rows("gs1-component-linters.jsonl"))
            assertEquals(true, LabelChecks.holds(row.get("linter").asString(), "").isPresent());
        assertEquals(true, Linter.of("csum").isPresent());
    }
}
