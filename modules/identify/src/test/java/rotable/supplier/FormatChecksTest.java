// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.format.FormatRule.Normalisation;

/// Which format rules may be published.
class FormatChecksTest {
    private static final int YEAR = 2026;

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
        var wrong = new FormatChecks(YEAR).rule(SampleRules.rule(pattern));
        assertTrue(wrong.stream().anyMatch(w -> w.contains(why)), wrong.toString());
    }

    @Test
    void a_pattern_that_blows_up_is_refused() {
        var wrong = new FormatChecks(YEAR).pattern("((A{1,300}){1,300}){1,300}");
        assertEquals(1, wrong.size(), wrong.toString());
    }

    @Test
    void examples_are_tried() {
        var rule = SampleRules.rule("(?P<serial>K\\d{4})");
        var judge = new FormatChecks(YEAR);
        assertEquals(List.of("no example says what it must read"), judge.rule(rule));
        var tried = SampleRules.examples(rule, List.of("K0042", "K42"), List.of("Q0042", "K0043"));
        assertEquals(
                List.of("K42 must be read and is not", "K0043 must not be read and is"),
                judge.rule(tried));
        assertEquals(
                List.of(),
                judge.rule(SampleRules.examples(rule, List.of("K0042"), List.of("K42"))));
    }

    @Test
    void known_units_that_would_collide_are_named() {
        var rule =
                SampleRules.with(
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
        var four =
                SampleRules.with(
                        "(?P<serial>\\d{4})",
                        List.of(Normalisation.NO_LEADING_ZEROS), Optional.empty(), "");
        assertEquals(
                List.of("the known unit 0042 would be read as the known unit 42"),
                judge.collisions(four, List.of("0042", "42")));
    }

    @Test
    void a_serial_rule_may_name_no_group() {
        var judge = new FormatChecks(YEAR);
        assertEquals(List.of(), judge.serialPattern("K7Q\\d{4}"));
        assertEquals(1, judge.serialPattern("(?P<serial>K7Q\\d{4})").size());
        assertEquals(1, judge.serialPattern("(K+)+").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?P<serial>[\\d-z]{4})", "(?P<serial>[[:alnum:]]{4})"})
    void a_pattern_whose_length_cannot_be_told_is_refused(String pattern) {
        var wrong = new FormatChecks(YEAR).pattern(pattern);
        assertTrue(wrong.getFirst().startsWith("has a construct"), wrong.toString());
    }
}
