// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// A named place in a unit where a component sits, such as `A3`.
public record PositionId(String value) implements Comparable<PositionId> {
    /// @throws IllegalArgumentException when empty, over 30 characters or with control characters
    public PositionId {
        Address.checked("position", value, 30);
    }

    @Override
    public int compareTo(PositionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
