// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import java.util.List;
import java.util.Optional;
import rotable.format.FormatRule;
import rotable.format.FormatRule.Check;
import rotable.format.FormatRule.Normalisation;
import rotable.identity.PartId;

/// Format rules to test with.
final class SampleRules {
    private static final PartId PART = new PartId("ACME", "PSU-9");

    private SampleRules() {}

    static FormatRule rule(String pattern) {
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

    static FormatRule with(
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

    static FormatRule examples(FormatRule r, List<String> matches, List<String> mismatches) {
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
}
