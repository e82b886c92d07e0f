// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.format;

import java.util.List;

/// Tells whether a format rule may be published. Whoever can read labels implements it.
public interface FormatJudge {
    /// Everything that is wrong with a part's serial rule: it can't be read, names groups, or could
    /// run for ever on a hostile label. Empty when it may be used.
    List<String> serialPattern(String pattern);

    /// What is wrong with a part's GTIN: its length or its check digit. Empty when it may be used.
    List<String> gtin(String gtin);

    /// Everything that is wrong with a rule by itself: its pattern, its groups, its check, its
    /// examples. Empty when it may be published.
    List<String> rule(FormatRule rule);

    /// What the rule would do to units that are known: make one of two, or find one no more. Empty
    /// when it harms none.
    ///
    /// @param serials the serials of the known units of the rule's part
    List<String> collisions(FormatRule rule, List<String> serials);
}
