// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.format;

import java.util.List;
import java.util.Optional;
import rotable.identity.PartId;

/// How one maker writes the labels of one part, or of all its parts.
///
/// @param id the rule's name, the same in all its versions
/// @param active whether it is in use; a rule is retired by a version that is not
/// @param maker whose labels they are
/// @param part the part it is about; absent where the label itself names the part
/// @param pattern a regular expression of RE2 for the whole text, after normalisation. Its named
///   groups say what is what: `serial` or `lot`, and `part`, `date`, `country`, `check`
/// @param normalise what is done to the text before, in this order
/// @param check the check digit over the text
/// @param dateCode how the group `date` is written: Y and M, W or D for the digits of year, month,
///   week or day, such as `YYWW`
/// @param countries what the group `country` may hold; empty for anything
/// @param matches texts that must be read, at least one
/// @param mismatches texts that must not be read
public record FormatRule(
        String id,
        boolean active,
        String maker,
        Optional<PartId> part,
        String pattern,
        List<Normalisation> normalise,
        Optional<Check> check,
        Optional<String> dateCode,
        List<String> countries,
        List<String> matches,
        List<String> mismatches) {
    /// What can be done to a text before it is read.
    public enum Normalisation {
        UPPER_CASE,
        NO_BLANKS,
        NO_HYPHENS,
        /// Zeros before the serial, once it is read; those of a lot stand.
        NO_LEADING_ZEROS
    }

    /// A check digit.
    ///
    /// @param scheme its name, such as `luhn` or `iso7064-37-36`
    /// @param over the groups it is taken over, one after another; empty for the whole text
    public record Check(String scheme, List<String> over) {
        public Check {
            over = List.copyOf(over);
        }
    }

    public FormatRule {
        normalise = List.copyOf(normalise);
        countries = List.copyOf(countries);
        matches = List.copyOf(matches);
        mismatches = List.copyOf(mismatches);
    }
}
