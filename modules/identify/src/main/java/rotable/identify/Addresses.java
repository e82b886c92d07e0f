// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.Optional;
import rotable.gs1.ApplicationIdentifiers;
import rotable.gs1.DigitalLink;
import rotable.gs1.Element;
import rotable.label.Reading;

/// The web address under which a GS1 label's item can be looked up.
public final class Addresses {
    private static final String RESOLVER = "https://id.gs1.org";

    private Addresses() {}

    /// The canonical Digital Link of a GS1 reading.
    ///
    /// @return absent where the reading is none of GS1, or names nothing that can be looked up
    public static Optional<String> of(Reading reading) {
        var gs1 =
                switch (reading.scheme()) {
                    case GS1_ELEMENT_STRING, GS1_BRACKETED, GS1_DIGITAL_LINK, EAN_UPC -> true;
                    case ISO15434, HIBC, SUPPLIER, PLAIN -> false;
                };
        if (!gs1) return Optional.empty();
        var elements = new ArrayList<Element>();
        for (var f : reading.fields())
            ApplicationIdentifiers.of(f.id())
                    .ifPresent(ai -> elements.add(new Element(ai, f.value(), f.at())));
        return DigitalLink.write(elements, RESOLVER);
    }
}
