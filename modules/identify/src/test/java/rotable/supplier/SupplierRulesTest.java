// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact;
import rotable.format.FormatRule;
import rotable.format.FormatRule.Check;
import rotable.format.FormatRule.Normalisation;
import rotable.label.Nameplate.Name;
import rotable.label.Reading;
import rotable.reference.Reference;
import rotable.reference.ReferenceFold;

/// Makers' own formats: what they read and how they are found.
class SupplierRulesTest {
    private static final int YEAR = 2026;

    private static List<Reading> read(FormatRule rule, String text) {
        return SupplierRules.of(List.of(rule)).read(text, YEAR);
    }

    @Test
    void groups_say_what_is_what() {
        var rule =
                new FormatRule(
                        "ACME-1",
                        true,
                        "ACME",
                        Optional.empty(),
                        "(?P<country>[A-Z]{2})(?P<part>P\\d{3})-(?P<date>\\d{4})-(?P<serial>\\d{4})(?P<check>\\d)",
                        List.of(Normalisation.UPPER_CASE, Normalisation.NO_LEADING_ZEROS),
                        Optional.of(new Check("luhn", List.of("serial", "check"))),
                        Optional.of("YYWW"),
                        List.of("PT", "DE"),
                        List.of(),
                        List.of());
        var said = read(rule, "ptp480-2401-00422").getFirst();
        assertEquals("ACME-1", said.rule().orElseThrow());
        assertEquals(Optional.of("P480"), said.nameplate().get(Name.PART));
        assertEquals(Optional.of("42"), said.nameplate().get(Name.SERIAL));
        assertEquals(Optional.of("2024-01-01"), said.nameplate().get(Name.PRODUCED));
        assertEquals(List.of(), read(rule, "frp480-2401-00422"), "another country");
        assertEquals(List.of(), read(rule, "ptp480-2401-00423"), "a wrong check digit");
        assertEquals(List.of(), read(rule, "ptp480-2454-00422"), "a week that no year has");
    }

    @ParameterizedTest
    @CsvSource({
        "YYWW, 2453, ''",
        "YYWW, 2001, 2019-12-30",
        "YWW, 401, 2024-01-01",
        "YYMM, 2613, ''",
        "YYMM, 2606, 2026-06",
        "YYDDD, 24366, 2024-12-31",
        "YYDDD, 25366, ''",
        "YYYYMMDD, 20240229, 2024-02-29",
        "YYMMDD, 990101, 1999-01-01",
        "Y, 7, 2017"
    })
    void date_codes(String form, String code, String due) {
        assertEquals(due, DateCode.day(code, form, YEAR).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k7-q0042", "K7 Q0042", "k7q0042", "K7-Q 0042"})
    void normalisation_makes_one_of_many_spellings(String text) {
        var all =
                List.of(
                        Normalisation.UPPER_CASE,
                        Normalisation.NO_BLANKS,
                        Normalisation.NO_HYPHENS);
        var rule = SampleRules.with("(?P<serial>K7Q\\d{4})", all, Optional.empty(), "");
        assertEquals(
                Optional.of("K7Q0042"), read(rule, text).getFirst().nameplate().get(Name.SERIAL));
    }

    @Test
    void upper_case_is_that_of_a_to_z_and_makes_no_other_serial() {
        var rule =
                SampleRules.with(
                        "N(?P<serial>[A-Z0-9]{2,8})",
                        List.of(Normalisation.UPPER_CASE),
                        Optional.empty(),
                        "");
        assertEquals(List.of(), read(rule, "N\u00DF12"), "sharp s is not SS");
        assertEquals(List.of(), read(rule, "N\u013112"), "dotless i is not I");
        assertEquals(
                Optional.of("AB12"), read(rule, "nab12").getFirst().nameplate().get(Name.SERIAL));
    }

    @Test
    void a_reading_without_serial_or_lot_and_a_check_over_nothing_are_none() {
        assertEquals(List.of(), read(SampleRules.rule("N(?P<serial>[0-9]*)"), "N"));
        var check = Optional.of(new Check("luhn", List.of("serial", "check")));
        var rule = SampleRules.with("N(?P<serial>[0-9]{4})(?P<check>[0-9])?", List.of(), check, "");
        assertEquals(List.of(), read(rule, "N0042"));
        assertEquals(1, read(rule, "N00422").size());
    }

    @Test
    void a_rule_that_this_version_cannot_use_harms_no_other() {
        var reference =
                List.of(
                                published(SampleRules.rule("(?P<serial>[)")),
                                published(
                                        SampleRules.with(
                                                "(?P<serial>X\\d)",
                                                List.of(),
                                                Optional.of(new Check("later", List.of())),
                                                "")),
                                published(SampleRules.rule("(?P<serial>Y\\d)")))
                        .stream()
                        .reduce(Reference.EMPTY, ReferenceFold::apply, (a, b) -> b);
        var rules = SupplierRules.of(reference, LocalDate.of(2026, 11, 20));
        assertEquals(List.of(), rules.read("X1", YEAR));
        assertEquals(1, rules.read("Y1", YEAR).size());
    }

    private static ReferenceFact published(FormatRule rule) {
        return new ReferenceFact.FormatPublished(
                new Publication(1, LocalDate.of(2026, 1, 1), "test"),
                new FormatRule(
                        "R" + rule.pattern().length() + rule.check().isPresent(),
                        true,
                        rule.maker(),
                        rule.part(),
                        rule.pattern(),
                        rule.normalise(),
                        rule.check(),
                        rule.dateCode(),
                        rule.countries(),
                        rule.matches(),
                        rule.mismatches()));
    }

    @Test
    void two_rules_that_read_one_text_are_both_told() {
        var rules =
                SupplierRules.of(
                        List.of(
                                SampleRules.rule("(?P<serial>\\d{4})"),
                                SampleRules.rule("(?P<serial>0\\d+)")));
        assertEquals(2, rules.read("0042", YEAR).size());
        assertEquals(1, rules.read("1042", YEAR).size());
    }

    /// A hostile label does not stop the bench, whatever a rule says.
    @Test
    void a_hostile_label_is_answered_at_once() {
        var rules =
                SupplierRules.of(
                        List.of(
                                SampleRules.rule("(?P<serial>(A+)+B)"),
                                SampleRules.rule("(?P<serial>(.*.*.*.*.*.*)=)")));
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertEquals(List.of(), rules.read("A".repeat(119), YEAR)));
    }
}
