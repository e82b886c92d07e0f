// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.iso15434;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rotable.label.Field;
import rotable.label.LabelError;
import rotable.label.Nameplate;
import rotable.label.Nameplate.Name;
import rotable.label.Rules;

/// The unique item identifier (UII) that the fields of a label make up, by the constructs of
/// MIL-STD-130N with change 1, appendix A, tables A-I to A-III: issuing agency code, enterprise
/// identifier, in construct 2 the original part or lot number, and the serial number.
public final class Uii {
    private static final int LONGEST = 50;
    private static final int CAGE_LENGTH = 5;

    /// Identifiers that are a whole UII, or the equivalent of one, with the issuing agency code
    /// that is to be put before: 25S and UID bring their own; 18S, USN and UST begin with a CAGE
    /// code.
    private static final Map<String, String> WHOLE =
            Map.of(
                    "25S", "", "UID", "", "18S", "D", "USN", "D", "UST", "D", "I", "", "22S", "",
                    "8004", "");

    /// Enterprise identifiers with their issuing agency code. A GS1 company prefix begins with its
    /// own, and so does 18V.
    private static final Map<String, String> ENTERPRISES =
            Map.of(
                    "17V", "D", "12V", "UN", "3V", "", "7L", "LD", "18V", "", "MFR", "D", "CAG",
                    "D", "SPL", "D", "DUN", "UN", "EUC", "");

    /// Identifiers whose whole UII stands on the label: if it breaks the standard's rules, so does
    /// the label.
    private static final List<String> WHOLE_OF_STANDARD =
            List.of("25S", "18S", "UID", "USN", "UST");

    private static final List<String> CAGE_AND_SERIAL = List.of("18S", "USN", "UST");

    /// Who made it goes before who supplied it, whatever order the label has.
    private static final List<String> BY_RANK =
            List.of("17V", "12V", "3V", "7L", "18V", "MFR", "CAG", "DUN", "EUC", "SPL");

    private static final List<String> CAGES = List.of("17V", "MFR", "CAG", "SPL");

    /// Serials that are unique in the enterprise make construct 1.
    private static final List<String> OF_ENTERPRISE = List.of("SER", "UCN");

    /// Serials that are unique in an original part or lot only make construct 2.
    private static final List<String> OF_PART = List.of("S", "SEQ");

    private static final List<String> PARTS = List.of("1P", "PNO", "1T", "LOT", "LTN", "BII");

    private Uii() {}

    /// The fields that make up an identifier, in its order, and the issuing agency code before
    /// them.
    private record Made(String agency, List<Field> from) {
        private String uii() {
            return agency + from.stream().map(Field::value).collect(Collectors.joining());
        }
    }

    /// The identifier that these fields make up, if they are complete.
    public static Optional<String> of(List<Field> fields) {
        return made(fields).map(Made::uii);
    }

    private static Optional<Made> made(List<Field> fields) {
        for (var f : fields) {
            var agency = WHOLE.get(f.id());
            if (agency != null && !f.value().isEmpty())
                return Optional.of(new Made(agency, List.of(f)));
        }
        var ofSupplier = first(fields, List.of("UCN")).isPresent();
        return ordered(fields, ofSupplier ? List.of("SPL") : List.of())
                .or(() -> ordered(fields, BY_RANK))
                .flatMap(e -> built(fields, e));
    }

    private static Optional<Made> built(List<Field> fields, Field enterprise) {
        var agency = ENTERPRISES.getOrDefault(enterprise.id(), "");
        var whole = first(fields, OF_ENTERPRISE);
        if (whole.isPresent())
            return Optional.of(new Made(agency, List.of(enterprise, whole.get())));
        var part = ordered(fields, PARTS);
        var serial = first(fields, OF_PART);
        if (part.isEmpty() || serial.isEmpty()) return Optional.empty();
        return Optional.of(new Made(agency, List.of(enterprise, part.get(), serial.get())));
    }

    /// What is wrong with the identifier and the codes in it; empty where the label makes up none.
    public static List<LabelError> errors(List<Field> fields) {
        var errors = new ArrayList<LabelError>();
        var made = made(fields);
        if (made.isEmpty()) return errors;
        var uii = made.get().uii();
        for (var f : fields)
            if (CAGES.contains(f.id()) && !cage(f.value()))
                errors.add(Rules.broken("uii-cage", f.at(), f.value()));
        if (uii.length() > LONGEST)
            errors.add(
                    Rules.broken("uii-too-long", made.get().from().getFirst().at(), uii, LONGEST));
        for (var f : made.get().from())
            if (!f.value().matches("[0-9A-Z/-]*"))
                errors.add(Rules.broken("uii-character", f.at(), f.value()));
        return errors;
    }

    private static boolean cage(String code) {
        return code.matches("[0-9A-HJ-NP-Z]{5}");
    }

    /// What is wrong with the label whatever it makes up: an identifier or code of one standard
    /// form that has another, which a lost separator explains.
    public static List<LabelError> strictErrors(List<Field> fields) {
        var errors = new ArrayList<LabelError>();
        if (fields.stream().anyMatch(f -> WHOLE_OF_STANDARD.contains(f.id())))
            errors.addAll(errors(fields));
        for (var f : fields)
            if (CAGES.contains(f.id()) && f.value().length() != CAGE_LENGTH)
                errors.add(Rules.broken("uii-cage", f.at(), f.value()));
        errors.addAll(Repeats.errors(fields));
        return errors.stream().distinct().toList();
    }

    /// The serial of a whole identifier that begins with a CAGE code.
    static Optional<String> serialOf(Field whole) {
        return CAGE_AND_SERIAL.contains(whole.id()) && whole.value().length() > CAGE_LENGTH
                ? Optional.of(whole.value().substring(CAGE_LENGTH))
                : Optional.empty();
    }

    private static Optional<String> wholeSerial(List<Field> fields) {
        return fields.stream().flatMap(f -> serialOf(f).stream()).findFirst();
    }

    private static Optional<String> wholeMaker(List<Field> fields) {
        return fields.stream()
                .filter(f -> serialOf(f).isPresent())
                .map(f -> f.value().substring(0, CAGE_LENGTH))
                .findFirst();
    }

    /// What the fields say about the unit, in the words all formats share.
    public static Nameplate nameplate(List<Field> fields) {
        return Nameplate.SILENT
                .with(Name.PART, values(fields, "1P", "PNO", "P", "30P", "9N", "8P", "PNR"))
                .with(Name.CURRENT_PART, values(fields, "PNR", "30P"))
                .with(Name.SERIAL, values(fields, "S", "SER", "SEQ", "UCN"))
                .with(Name.SERIAL, wholeSerial(fields))
                .with(Name.MAKER, values(fields, "17V", "MFR", "CAG", "SPL", "12V", "DUN"))
                .with(Name.MAKER, values(fields, "18V", "3V", "EUC", "7L", "1V", "V"))
                .with(Name.MAKER, wholeMaker(fields))
                .with(Name.LOT, values(fields, "1T", "LOT", "LTN", "BII", "T"))
                .with(Name.UII, of(fields))
                .with(Name.QUANTITY, values(fields, "Q", "QTY").flatMap(Nameplate::quantity));
    }

    private static Optional<String> values(List<Field> fields, String... ids) {
        return ordered(fields, List.of(ids)).map(Field::value);
    }

    private static Optional<Field> first(List<Field> fields, List<String> ids) {
        return fields.stream()
                .filter(f -> ids.contains(f.id()) && !f.value().isEmpty())
                .findFirst();
    }

    /// The field of the earliest identifier in the list.
    private static Optional<Field> ordered(List<Field> fields, List<String> ids) {
        for (var id : ids)
            for (var f : fields)
                if (f.id().equals(id) && !f.value().isEmpty()) return Optional.of(f);
        return Optional.empty();
    }
}
