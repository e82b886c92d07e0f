// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// A repair order's own id, such as `RO-KA-2KMX-T`.
public record OrderId(String value) {
    /// @throws IllegalArgumentException when empty, over 30 characters or with control characters
    public OrderId {
        Address.checked("order", value, 30);
    }

    @Override
    public String toString() {
        return value;
    }
}
