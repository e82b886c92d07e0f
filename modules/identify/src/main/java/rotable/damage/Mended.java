// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.util.ArrayList;
import java.util.List;
import rotable.label.Note;

/// What a damaged payload may have been, and what must have happened to it.
public record Mended(String text, List<Note> notes) {
    public Mended {
        notes = List.copyOf(notes);
    }

    /// Whether that is among what happened to it.
    public boolean has(String note) {
        return notes.stream().anyMatch(n -> n.code().equals(note));
    }

    /// The same, which nothing on the label proves.
    Mended unproved() {
        return then(text, Mender.CHECK);
    }

    static Mended of(String text, String note, Object... arguments) {
        return new Mended(text, List.of(Note.of(note, arguments)));
    }

    /// The same, after one mend more.
    Mended then(String changed, String note, Object... arguments) {
        var all = new ArrayList<>(notes);
        all.add(Note.of(note, arguments));
        return new Mended(changed, all);
    }
}
