// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

/// A rule that a payload breaks.
///
/// @param code the rule's name, the same for ever
/// @param at where, in characters from the payload's first; -1 when it is about the whole
/// @param text what is wrong, as a sentence
/// @param source the standard and clause the rule comes from
public record LabelError(String code, int at, String text, String source) {
    /// The same error, seen from a text that begins earlier.
    public LabelError shifted(int by) {
        return at < 0 ? this : new LabelError(code, at + by, text, source);
    }
}
