// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

import java.util.Optional;

/// One physical unit's address as written on it: part and serial.
public record UnitId(PartId part, String serial) implements Comparable<UnitId> {
    private static final char TAGGED = '+';

    /// @throws IllegalArgumentException when the serial is empty, over 60 characters or has control
    ///   characters
    public UnitId {
        Address.checked("serial", serial, 60 + tag(serial).map(t -> t.length() + 1).orElse(0));
    }

    /// Reads what [#toString] wrote, such as `ACME/PSU-480-R3/K7Q0042`.
    ///
    /// @throws IllegalArgumentException when the text is not such an id
    public static UnitId parse(String text) {
        var parts = Address.parse(text, 3);
        return new UnitId(new PartId(parts.get(0), parts.get(1)), parts.get(2));
    }

    /// The address of a second unit that bears the same part and serial: the depot's own tag on it
    /// follows the serial, as in `K7Q0042+TG-KA-222M-E`.
    public UnitId tagged(String tag) {
        return new UnitId(part, serial + TAGGED + tag);
    }

    /// The serial as it stands on the unit, without the depot's tag.
    public String nameplate() {
        return nameplate(serial);
    }

    /// A serial without the depot's tag, if it bears one.
    public static String nameplate(String serial) {
        return tag(serial)
                .map(t -> serial.substring(0, serial.length() - t.length() - 1))
                .orElse(serial);
    }

    /// The depot's tag on it, if it bears the identity of another unit.
    public Optional<String> tag() {
        return tag(serial);
    }

    private static Optional<String> tag(String serial) {
        int at = serial.lastIndexOf(TAGGED);
        if (at <= 0) return Optional.empty();
        return Optional.of(serial.substring(at + 1)).filter(t -> OwnId.valid(OwnId.Kind.TAG, t));
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
