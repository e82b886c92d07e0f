// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// A person, for ever: badges and names may change, this does not.
public record PersonId(String value) {
    /// @throws IllegalArgumentException when empty, over 30 characters or with control characters
    public PersonId {
        Address.checked("person", value, 30);
    }

    @Override
    public String toString() {
        return value;
    }
}
