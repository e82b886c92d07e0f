// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import rotable.gs1.DigitalLink;
import rotable.gs1.ElementString;
import rotable.hibc.SupplierLabel;
import rotable.label.Reading;
import rotable.label.Rules;
import rotable.label.Scheme;
import rotable.label.Symbology;
import rotable.supplier.NamedValues;

/// Reads a text as it stands, as the one scheme that it shows.
final class StrictReader {
    private final Readers readers;

    StrictReader(Readers readers) {
        this.readers = readers;
    }

    /// Reads a text as the scheme that it shows, strictly.
    Attempt attempt(String text) {
        var symbology = Symbology.of(text);
        int from = symbology.map(s -> s.aim().length()).orElse(0);
        if (symbology.isEmpty()) return data(text, 0, true);
        var plain = text.substring(0, from) + symbology.get().plain(text.substring(from));
        return switch (symbology.get().content()) {
            case GS1, GS1_ECI -> readers.elementString(plain, from);
            case EAN_13 -> readers.eanUpc(plain, from, 13);
            case EAN_8 -> readers.eanUpc(plain, from, 8);
            case DATA, DATA_ECI -> data(plain, from, false);
        };
    }

    private Attempt data(String text, int from, boolean anySymbol) {
        if (text.startsWith("[)>", from)) return readers.iso15434(text, from);
        var body = text.substring(from);
        if (DigitalLink.address(body)) {
            var link = readers.digitalLink(text, from);
            if (link.reading().isPresent()) return link;
        }
        if (SupplierLabel.looksLike(body)) return readers.hibc(text, from);
        if (body.matches("(?s)\\(\\d{2,4}\\).*")) return readers.bracketed(text, from);
        var gs1 =
                anySymbol
                        && body.indexOf(ElementString.GS) >= 0
                        && body.matches("(?s)\\x1D?\\d\\d.*");
        if (gs1) return readers.elementString(text, from);
        var named = NamedValues.read(text, from);
        return named.map(Attempt::read).orElseGet(() -> text(text, from));
    }

    private static Attempt text(String text, int from) {
        for (int i = from; i < text.length(); i++)
            if (text.charAt(i) < 0x20 || text.charAt(i) == 0x7F)
                return Attempt.failed(Scheme.PLAIN, Rules.broken("control-character", i));
        var body = text.substring(from);
        if (body.isBlank()) return Attempt.failed(Scheme.PLAIN, Rules.broken("empty", from));
        return Attempt.read(Reading.plain(body));
    }

    /// Reads a text as that scheme, whatever it shows.
    Attempt as(String text, Scheme scheme) {
        int from = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        return switch (scheme) {
            case GS1_ELEMENT_STRING -> readers.elementString(text, from);
            case GS1_BRACKETED -> readers.bracketed(text, from);
            case GS1_DIGITAL_LINK -> readers.digitalLink(text, from);
            case EAN_UPC -> readers.eanUpc(text, from, text.length() - from == 8 ? 8 : 13);
            case ISO15434 -> readers.iso15434(text, from);
            case HIBC -> readers.hibc(text, from);
            case SUPPLIER ->
                    NamedValues.read(text, from)
                            .map(Attempt::read)
                            .orElseGet(
                                    () ->
                                            Attempt.failed(
                                                    scheme, Rules.broken("no-supplier", from)));
            case PLAIN -> text(text, from);
        };
    }
}
