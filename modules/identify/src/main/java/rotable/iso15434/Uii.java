// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.iso15434;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final List<String> CAGES = List.of("17V", "MFR", "CAG", "SPL");

    /// Serials that are unique in the enterprise make construct 1.
    private static final List<String> OF_ENTERPRISE = List.of("SER", "UCN");

    /// Serials that are unique in an original part or lot only make construct 2.
    private static final List<String> OF_PART = List.of("S", "SEQ");

    private static final List<String> PARTS = List.of("1P", "PNO", "1T", "LOT", "LTN", "BII");

    private Uii() {}

    /// The identifier that these fields make up, if they are complete.
    public static Optional<String> of(List<Field> fields) {
        for (var f : fields) {
            var agency = WHOLE.get(f.id());
            if (agency != null && !f.value().isEmpty()) return Optional.of(agency + f.value());
        }
        return first(fields, List.copyOf(ENTERPRISES.keySet()))
                .flatMap(e -> built(fields, ENTERPRISES.get(e.id()) + e.value()));
    }

    private static Optional<String> built(List<Field> fields, String enterprise) {
        var whole = first(fields, OF_ENTERPRISE);
        if (whole.isPresent()) return Optional.of(enterprise + whole.get().value());
        var part = ordered(fields, PARTS);
        var serial = first(fields, OF_PART);
        if (part.isEmpty() || serial.isEmpty()) return Optional.empty();
        return Optional.of(enterprise + part.get().value() + serial.get().value());
    }

    /// What is wrong with the identifier and the codes in it; empty where the label makes up none.
    public static List<LabelError> errors(List<Field> fields) {
        var errors = new ArrayList<LabelError>();
        var uii = of(fields);
        if (uii.isEmpty()) return errors;
        int at = fields.getFirst().at();
        for (var f : fields)
            if (CAGES.contains(f.id()) && !f.value().matches("[0-9A-HJ-NP-Z]{5}"))
                errors.add(Rules.broken("uii-cage", f.at(), f.value()));
        if (uii.get().length() > LONGEST)
            errors.add(Rules.broken("uii-too-long", at, uii.get(), LONGEST));
        if (!uii.get().matches("[0-9A-Z/-]+"))
            errors.add(Rules.broken("uii-character", at, uii.get()));
        return errors;
    }

    /// What the fields say about the unit, in the words all formats share.
    public static Nameplate nameplate(List<Field> fields) {
        return Nameplate.SILENT
                .with(Name.PART, values(fields, "1P", "PNO", "P", "30P", "9N", "PNR"))
                .with(Name.CURRENT_PART, values(fields, "PNR", "30P"))
                .with(Name.SERIAL, values(fields, "S", "SER", "SEQ", "UCN", "1S"))
                .with(Name.MAKER, values(fields, "17V", "MFR", "CAG", "SPL", "12V", "DUN"))
                .with(Name.MAKER, values(fields, "18V", "3V", "EUC", "7L", "1V", "V"))
                .with(Name.LOT, values(fields, "1T", "LOT", "LTN", "BII", "T"))
                .with(Name.UII, of(fields))
                .with(Name.QUANTITY, values(fields, "Q", "QTY"));
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
