// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.format.FormatRule;
import rotable.format.FormatRule.Check;
import rotable.format.FormatRule.Normalisation;
import rotable.identity.PartId;
import rotable.label.Nameplate.Name;
import rotable.label.Reading;

/// Makers' own formats: what they read, which may be published, and how they are found.
class SupplierRulesTest {
    private static final PartId PART = new PartId("ACME", "PSU-9");
    private static final int YEAR = 2026;

    private static FormatRule rule(String pattern) {
        return new FormatRule(
                "ACME-1",
                true,
                "ACME",
                Optional.of(PART),
                pattern,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static FormatRule with(
            String pattern, List<Normalisation> normalise, Optional<Check> check, String date) {
        return new FormatRule(
                "ACME-1",
                true,
                "ACME",
                Optional.of(PART),
                pattern,
                normalise,
                check,
                Optional.of(date).filter(d -> !d.isEmpty()),
                List.of(),
                List.of(),
                List.of());
    }

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
        var rule = with("(?P<serial>K7Q\\d{4})", all, Optional.empty(), "");
        assertEquals(
                Optional.of("K7Q0042"), read(rule, text).getFirst().nameplate().get(Name.SERIAL));
    }

    @ParameterizedTest
    @CsvSource({
        "(?P<serial>(A+)+B), could run for ever",
        "(?P<serial>([A-Z]+\\d*)*), could run for ever",
        "'(?P<serial>(\\d{2,})+)', could run for ever",
        "(?P<serial>A)(\\1), is no pattern",
        "(?P<serial>A)(?=B), is no pattern",
        "(?P<serial>[A-), is no pattern",
        "[A-Z]+, no group called serial or lot",
        "(?P<serial>\\d+)(?P<colour>.), no group can be called colour"
    })
    void a_rule_that_may_not_be_published_says_why(String pattern, String why) {
        var wrong = new FormatChecks(YEAR).rule(rule(pattern));
        assertTrue(wrong.stream().anyMatch(w -> w.contains(why)), wrong.toString());
    }

    @Test
    void a_pattern_that_blows_up_is_refused() {
        var wrong = new FormatChecks(YEAR).pattern("((A{1,300}){1,300}){1,300}");
        assertEquals(1, wrong.size(), wrong.toString());
    }

    @Test
    void examples_are_tried() {
        var rule = rule("(?P<serial>K\\d{4})");
        var judge = new FormatChecks(YEAR);
        assertEquals(List.of("no example says what it must read"), judge.rule(rule));
        var tried = examples(rule, List.of("K0042", "K42"), List.of("Q0042", "K0043"));
        assertEquals(
                List.of("K42 must be read and is not", "K0043 must not be read and is"),
                judge.rule(tried));
        assertEquals(List.of(), judge.rule(examples(rule, List.of("K0042"), List.of("K42"))));
    }

    private static FormatRule examples(
            FormatRule r, List<String> matches, List<String> mismatches) {
        return new FormatRule(
                r.id(),
                true,
                r.maker(),
                r.part(),
                r.pattern(),
                r.normalise(),
                r.check(),
                r.dateCode(),
                r.countries(),
                matches,
                mismatches);
    }

    @Test
    void known_units_that_would_collide_are_named() {
        var rule =
                with(
                        "(?P<serial>\\d{1,6})",
                        List.of(Normalisation.NO_LEADING_ZEROS),
                        Optional.empty(),
                        "");
        var judge = new FormatChecks(YEAR);
        assertEquals(
                List.of("the known units 0042 and 42 would both be read as 42"),
                judge.collisions(rule, List.of("0042", "42", "43", "K7")));
        assertEquals(
                List.of("the known unit 0042 would be read as 42"),
                judge.collisions(rule, List.of("0042", "43")));
        assertEquals(List.of(), judge.collisions(rule, List.of("42", "43")));
    }

    @Test
    void two_rules_that_read_one_text_are_both_told() {
        var rules =
                SupplierRules.of(List.of(rule("(?P<serial>\\d{4})"), rule("(?P<serial>0\\d+)")));
        assertEquals(2, rules.read("0042", YEAR).size());
        assertEquals(1, rules.read("1042", YEAR).size());
    }

    /// A hostile label does not stop the bench, whatever a rule says.
    @Test
    void a_hostile_label_is_answered_at_once() {
        var rules =
                SupplierRules.of(
                        List.of(rule("(?P<serial>(A+)+B)"), rule("(?P<serial>(.*.*.*.*.*.*)=)")));
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertEquals(List.of(), rules.read("A".repeat(119), YEAR)));
    }
}
