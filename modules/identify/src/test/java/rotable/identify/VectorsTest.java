// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rotable.identify.Vectors.agrees;
import static rotable.identify.Vectors.input;
import static rotable.identify.Vectors.option;
import static rotable.identify.Vectors.valid;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rotable.gs1.DigitalLink.Leniency;
import rotable.identify.Vectors.Result;
import rotable.label.Label;
import rotable.label.Payload;
import rotable.label.Reading;
import rotable.label.Scheme;
import tools.jackson.databind.JsonNode;

/// Every row of the vectors; where Rotable differs, the row is named with the reason.
class VectorsTest {
    private static final int YEAR = 2026;

    private static How as(Scheme scheme, boolean companions, JsonNode row) {
        return new How(
                Optional.of(scheme),
                companions ? How.Together.ALL : How.Together.NONE,
                option(row, "PermitUnknownAIs"),
                new Leniency(
                        option(row, "permitConvenienceAlphas"),
                        option(row, "PermitZeroSuppressedGTINinDLuris")),
                true,
                YEAR);
    }

    private static Label read(String payload, How how) {
        return new LabelReader(how).read(Payload.of(payload));
    }

    private static Optional<Reading> reading(String payload, How how) {
        return read(payload, how) instanceof Label.Certain c
                ? Optional.of(c.reading())
                : Optional.empty();
    }

    private static String caret(String expected) {
        return expected.replace('^', '\u001D').substring(1);
    }

    private static Result elements(JsonNode row, Optional<Reading> reading) {
        if (reading.isPresent() != valid(row)) return Result.DIFFERS;
        var expected = row.get("expected");
        if (!valid(row) || expected == null || !expected.has("element_string_caret_fnc1"))
            return Result.AGREES;
        var text = expected.get("element_string_caret_fnc1").asString();
        var same =
                reading(
                        caret(text),
                        How.inYear(YEAR)
                                .withSeparatorsKept()
                                .heldTo(Scheme.GS1_ELEMENT_STRING)
                                .withoutCompanions());
        return agrees(same.filter(s -> ids(s).equals(ids(reading.get()))).isPresent());
    }

    private static List<String> ids(Reading reading) {
        return reading.fields().stream().map(f -> f.id() + "=" + f.value()).toList();
    }

    @Test
    void gs1_bracketed() throws Exception {
        var differing =
                Vectors.differing(
                        "gs1-ai-bracketed.jsonl",
                        row ->
                                elements(
                                        row,
                                        reading(input(row), as(Scheme.GS1_BRACKETED, false, row))));
        assertEquals(List.of(), differing);
    }

    /// The engine demands FNC1 before the first identifier; a scanner says it by the AIM identifier
    /// and leaves it out (General Specifications, 7.8.5.2), so that text without it is read too.
    @Test
    void gs1_element_strings() throws Exception {
        var differing =
                Vectors.differing(
                        "gs1-ai-elementstring.jsonl",
                        row ->
                                elements(
                                        row,
                                        reading(
                                                input(row).replace('^', '\u001D'),
                                                as(Scheme.GS1_ELEMENT_STRING, false, row))));
        assertEquals(List.of("gs1-ai-elementstring-0002"), differing);
    }

    @Test
    void gs1_content() throws Exception {
        var differing =
                Vectors.differing(
                        "gs1-ai-linter.jsonl",
                        row ->
                                agrees(
                                        reading(input(row), as(Scheme.GS1_BRACKETED, false, row))
                                                        .isPresent()
                                                == valid(row)));
        assertEquals(List.of(), differing);
    }

    @Test
    void gs1_combinations() throws Exception {
        var differing =
                Vectors.differing(
                        "gs1-ai-combinations.jsonl",
                        row ->
                                agrees(
                                        reading(input(row), as(Scheme.GS1_BRACKETED, true, row))
                                                        .isPresent()
                                                == valid(row)));
        assertEquals(List.of(), differing);
    }

    /// Whose a company prefix is, only GS1's register knows: rows that play one are left out.
    @Test
    void gs1_component_linters() throws Exception {
        var register = Pattern.compile("GS1_LINTER_(INVALID_GCP_PREFIX|GCP_DATASOURCE_OFFLINE)");
        var differing =
                Vectors.differing(
                        "gs1-component-linters.jsonl",
                        row -> {
                            var name = row.get("linter").asString();
                            var error =
                                    row.get("expected") == null
                                            ? ""
                                            : row.get("expected").path("error").asString("");
                            var text = input(row);
                            if (register.matcher(error).matches() && text.matches("\\d*|I\\d+"))
                                return Result.SKIPPED;
                            return agrees(lint(name, text) == valid(row));
                        });
        assertEquals(List.of(), differing);
    }

    private static boolean lint(String name, String text) {
        return LabelChecks.holds(name, text).orElseThrow();
    }

    @Test
    void gs1_digital_links() throws Exception {
        var differing =
                Vectors.differing(
                        "gs1-digitallink-parse.jsonl",
                        row ->
                                elements(
                                        row,
                                        reading(
                                                input(row),
                                                as(Scheme.GS1_DIGITAL_LINK, false, row))));
        assertEquals(List.of(), differing);
    }

    @Test
    void what_scanners_send() throws Exception {
        var differing =
                Vectors.differing(
                        "gs1-scandata-decode.jsonl",
                        row -> {
                            var label =
                                    read(
                                            input(row),
                                            How.inYear(YEAR)
                                                    .withSeparatorsKept()
                                                    .withoutCompanions());
                            return agrees(label.errors().isEmpty() == valid(row));
                        });
        assertEquals(List.of(), differing);
    }
}
