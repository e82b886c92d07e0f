// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

import java.util.Locale;
import java.util.Optional;

/// The format a label is written in.
public enum Scheme {
    /// GS1 application identifiers one after another, separated by FNC1.
    GS1_ELEMENT_STRING,
    /// The same as people read it: each identifier in brackets.
    GS1_BRACKETED,
    /// The same as a web address.
    GS1_DIGITAL_LINK,
    /// A trade item number alone, as EAN and UPC symbols carry it.
    EAN_UPC,
    /// The message envelope of ISO/IEC 15434.
    ISO15434,
    /// The supplier label of the Health Industry Bar Code.
    HIBC,
    /// A maker's own format.
    SUPPLIER,
    /// Text without a format.
    PLAIN;

    /// The name in the console's JSON, such as `gs1-element-string`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The scheme of that name.
    public static Optional<Scheme> of(String code) {
        for (var s : values()) if (s.code().equals(code)) return Optional.of(s);
        return Optional.empty();
    }
}
