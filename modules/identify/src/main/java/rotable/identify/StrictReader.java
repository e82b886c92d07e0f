// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.regex.Pattern;
import rotable.gs1.ApplicationIdentifiers;
import rotable.gs1.DigitalLink;
import rotable.gs1.ElementString;
import rotable.gs1.Linter;
import rotable.hibc.SupplierLabel;
import rotable.label.Reading;
import rotable.label.Rules;
import rotable.label.Scheme;
import rotable.label.Symbology;
import rotable.label.Unprintable;
import rotable.supplier.NamedValues;

/// Reads a text as it stands, as the one scheme that it shows.
final class StrictReader {
    private static final Pattern BRACKETED = Pattern.compile("\\(\\d{2,4}\\).*", Pattern.DOTALL);
    private static final Pattern ELEMENTS = Pattern.compile("\\x1D?\\d\\d.*", Pattern.DOTALL);
    private static final Pattern BENT_HEAD =
            Pattern.compile("\\[\\)[^0-9A-Za-z]{0,2}(?:05|06|12|DD)[^0-9A-Za-z]");
    private static final Pattern FOURTEEN = Pattern.compile("\\d{14}");

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
            case GS1, GS1_ECI -> gs1(plain, from);
            case EAN_13 -> readers.eanUpc(plain, from, 13);
            case EAN_8 -> readers.eanUpc(plain, from, 8);
            case ITF -> itf(plain, from);
            case DATA, DATA_ECI -> data(plain, from, false);
        };
    }

    /// Some scanners put the brackets of the human readable interpretation in.
    private Attempt gs1(String text, int from) {
        return BRACKETED.matcher(text.substring(from)).matches()
                ? readers.bracketed(text, from)
                : readers.elementString(text, from);
    }

    /// An Interleaved 2 of 5 symbol whose check digit was verified is ITF-14 if it has 14 digits
    /// (GS1 General Specifications, 5.3).
    private Attempt itf(String text, int from) {
        var body = text.substring(from);
        var item = FOURTEEN.matcher(body).matches() && Linter.CSUM.firstWrong(body) < 0;
        return item ? readers.eanUpc(text, from, 14) : data(text, from, false);
    }

    private Attempt data(String text, int from, boolean anySymbol) {
        if (text.startsWith("[)>", from)) return readers.iso15434(text, from);
        var body = text.substring(from);
        if (DigitalLink.address(body)) {
            var link = link(text, from);
            if (link.reading().isPresent() || DigitalLink.meant(body)) return link;
        }
        if (SupplierLabel.looksLike(body)) return readers.hibc(text, from);
        if (bracketed(body)) return readers.bracketed(text, from);
        var gs1 =
                anySymbol
                        && body.indexOf(ElementString.GS) >= 0
                        && ELEMENTS.matcher(body).matches();
        if (gs1) return readers.elementString(text, from);
        return NamedValues.read(text, from)
                .map(StrictReader::first)
                .orElseGet(() -> text(text, from));
    }

    /// Brackets with an identifier of GS1, or several; a year in brackets is none.
    private static boolean bracketed(String body) {
        if (!BRACKETED.matcher(body).matches()) return false;
        int close = body.indexOf(')');
        return ApplicationIdentifiers.of(body.substring(1, close)).isPresent()
                || body.indexOf('(', close) > 0;
    }

    private Attempt link(String text, int from) {
        int second = DigitalLink.second(text, from);
        return second < 0
                ? readers.digitalLink(text, from)
                : Attempt.failed(Scheme.GS1_DIGITAL_LINK, Rules.broken("labels-joined", second));
    }

    private static Attempt first(NamedValues.Read read) {
        return read.readings().isEmpty()
                ? Attempt.failed(Scheme.SUPPLIER, read.errors())
                : Attempt.read(read.readings().getFirst());
    }

    private static Attempt text(String text, int from) {
        int unprintable = Unprintable.at(text, from);
        if (unprintable >= 0)
            return Attempt.failed(Scheme.PLAIN, Rules.broken("control-character", unprintable));
        var body = text.substring(from);
        if (body.isBlank()) return Attempt.failed(Scheme.PLAIN, Rules.broken("empty", from));
        int head = BENT_HEAD.matcher(body).lookingAt() ? from : text.indexOf("[)>", from);
        if (head >= 0) return Attempt.failed(Scheme.ISO15434, Rules.broken("envelope-head", head));
        if (from > 0 && Symbology.within(body))
            return Attempt.failed(Scheme.PLAIN, Rules.broken("labels-joined", from));
        return Attempt.read(Reading.plain(body));
    }

    /// Reads a text as that scheme, whatever it shows.
    Attempt as(String text, Scheme scheme) {
        int from = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        return switch (scheme) {
            case GS1_ELEMENT_STRING -> readers.elementString(text, from);
            case GS1_BRACKETED -> readers.bracketed(text, from);
            case GS1_DIGITAL_LINK -> readers.digitalLink(text, from);
            case EAN_UPC -> readers.eanUpc(text, from, digits(text.length() - from));
            case ISO15434 -> readers.iso15434(text, from);
            case HIBC -> readers.hibc(text, from);
            case SUPPLIER ->
                    NamedValues.read(text, from)
                            .map(StrictReader::first)
                            .orElseGet(
                                    () ->
                                            Attempt.failed(
                                                    scheme, Rules.broken("no-supplier", from)));
            case PLAIN -> text(text, from);
        };
    }

    private static int digits(int length) {
        return length == 8 || length == 14 ? length : 13;
    }
}
