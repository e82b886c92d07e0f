// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

import java.util.List;
import java.util.Optional;

/// One thing that a payload can mean.
///
/// @param fields in the order of the label
/// @param text the text itself, where the label has no fields
/// @param rule the supplier's rule that read it, if one did
/// @param notes what was put right before it could be read, and what else a person should know
public record Reading(
        Scheme scheme,
        List<Field> fields,
        Nameplate nameplate,
        String text,
        Optional<String> rule,
        List<Note> notes) {
    public Reading {
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
    }

    /// A reading of fields from an undamaged payload.
    public static Reading of(Scheme scheme, List<Field> fields, Nameplate nameplate) {
        return new Reading(scheme, fields, nameplate, "", Optional.empty(), List.of());
    }

    /// Text that has no format.
    public static Reading plain(String text) {
        return new Reading(
                Scheme.PLAIN, List.of(), Nameplate.SILENT, text, Optional.empty(), List.of());
    }

    /// The same, with these notes.
    public Reading noted(List<Note> more) {
        return new Reading(scheme, fields, nameplate, text, rule, more);
    }

    /// The value of the first field of that identifier.
    public Optional<String> value(String id) {
        return fields.stream().filter(f -> f.id().equals(id)).map(Field::value).findFirst();
    }

    /// Whether it says the same about the unit, whatever way it was read.
    public boolean agrees(Reading other) {
        return nameplate.equals(other.nameplate) && text.equals(other.text) && sameFields(other);
    }

    private boolean sameFields(Reading other) {
        return ids().equals(other.ids());
    }

    private List<String> ids() {
        return fields.stream().map(f -> f.id() + '=' + f.value()).sorted().toList();
    }
}
