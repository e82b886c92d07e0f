// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// One physical unit's address as written on it: part and serial.
public record UnitId(PartId part, String serial) implements Comparable<UnitId> {
    /// @throws IllegalArgumentException when the serial is empty, over 60 characters or has control
    ///   characters
    public UnitId {
        Address.checked("serial", serial, 60);
    }

    /// Reads what [#toString] wrote, such as `ACME/PSU-480-R3/K7Q0042`.
    ///
    /// @throws IllegalArgumentException when the text is not such an id
    public static UnitId parse(String text) {
        var parts = Address.parse(text, 3);
        return new UnitId(new PartId(parts.get(0), parts.get(1)), parts.get(2));
    }

    @Override
    public int compareTo(UnitId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return Address.of(part.maker(), part.number(), serial);
    }
}
