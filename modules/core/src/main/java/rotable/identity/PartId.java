// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// A maker's part number: two makers may share a number, so the maker belongs to it.
public record PartId(String maker, String number) implements Comparable<PartId> {
    /// @throws IllegalArgumentException when maker or number is empty, over 60 characters or has
    ///   control characters
    public PartId {
        Address.checked("maker", maker, 60);
        Address.checked("part number", number, 60);
    }

    /// Reads what [#toString] wrote, such as `ACME/PSU-480-R3`.
    ///
    /// @throws IllegalArgumentException when the text is not such an id
    public static PartId parse(String text) {
        var parts = Address.parse(text, 2);
        return new PartId(parts.get(0), parts.get(1));
    }

    @Override
    public int compareTo(PartId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return Address.of(maker, number);
    }
}
