// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

/// Whether a journal is a record or an exercise. The tag stands before each line when it is hashed,
/// so that a rehearsal can never pass for a record.
public enum Realm {
    RECORD("rotable-entry-1\n"),
    REHEARSAL("rotable-rehearsal-1\n");

    private final String tag;

    Realm(String tag) {
        this.tag = tag;
    }

    /// What is hashed before the line.
    public String tag() {
        return tag;
    }
}
