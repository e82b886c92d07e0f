// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

/// Something that a person should know about a reading: what was put right before it could be read
/// and what that says about the scanner, or a rule that the label breaks without harm to what it
/// says of the unit.
///
/// @param code the same for ever
/// @param text what is wrong, and what to do about it
public record Note(String code, String text) {
    /// The note of that code from `rules.properties`.
    public static Note of(String code, Object... arguments) {
        return of(Rules.broken(code, -1, arguments));
    }

    /// A broken rule as a note.
    public static Note of(LabelError error) {
        return new Note(error.code(), error.text());
    }
}
