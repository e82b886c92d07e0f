// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

import java.util.Optional;

/// A person, for ever: badges and names may change, this does not.
public record PersonId(String value) {
    /// @throws IllegalArgumentException when empty, over 30 characters or with control characters
    public PersonId {
        Address.checked("person", value, 30);
    }

    /// Absent for a text that names nobody, as only an entry that no version of ours wrote has it.
    public static Optional<PersonId> of(String text) {
        try {
            return Optional.of(new PersonId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
