// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// A hold's own id, such as `HD-KA-2KMX-T`.
public record HoldId(String value) {
    /// @throws IllegalArgumentException when empty, over 30 characters or with control characters
    public HoldId {
        Address.checked("hold", value, 30);
    }

    @Override
    public String toString() {
        return value;
    }
}
