// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.checkdigit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.checkdigit.ABANumberCheckDigit;
import org.apache.commons.validator.routines.checkdigit.CASNumberCheckDigit;
import org.apache.commons.validator.routines.checkdigit.CUSIPCheckDigit;
import org.apache.commons.validator.routines.checkdigit.CheckDigit;
import org.apache.commons.validator.routines.checkdigit.ECNumberCheckDigit;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.ISBNCheckDigit;
import org.apache.commons.validator.routines.checkdigit.ISINCheckDigit;
import org.apache.commons.validator.routines.checkdigit.ISSNCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.SedolCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;
import rotable.gs1.Linter;

/// A way of telling by one or two characters whether the others were read right.
@SuppressWarnings("ImmutableEnumChecker") // its fields are set once and never changed
public enum CheckScheme {
    /// GS1 mod 10 with weights 3 and 1: GTIN, SSCC, GLN, EAN, UPC.
    GS1(t -> t.length() > 1 && Linter.CSUM.firstWrong(t) < 0, "gs1-mod10", "ean", "upc", "gtin"),
    /// The pair of check characters of a GS1 global model number.
    GMN(t -> Linter.CSUMALPHA.firstWrong(t) < 0, "gs1-alphanumeric-check-pair", "mod1021-32"),
    LUHN(LuhnCheckDigit.LUHN_CHECK_DIGIT, "luhn-mod10"),
    /// Luhn over 15 digits (3GPP TS 23.003, annex B).
    IMEI(t -> t.matches("\\d{15}") && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(t)),
    VERHOEFF(VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT),
    DAMM(Damm::valid),
    ISO7064_11_10(t -> Iso7064.hybrid(t, 10), "mod11-10"),
    ISO7064_11_2(t -> Iso7064.pure(t, 11, 2), "mod11-2"),
    ISO7064_37_2(t -> Iso7064.pure(t, 37, 2), "mod37-2"),
    ISO7064_37_36(t -> Iso7064.hybrid(t, 36), "mod37-36"),
    ISO7064_97_10(Iso7064::mod97, "mod97-10"),
    /// Freight containers.
    ISO6346(Identifications::container, "container"),
    /// Vehicles (49 CFR 565.15; ISO 3779 leaves the check digit to the country).
    VIN(Identifications::vehicle),
    /// The 43 characters of Code 39, as HIBC has it.
    MOD43(t -> Mod43.holds(t), "hibc", "code39"),
    IBAN(IBANCheckDigit.IBAN_CHECK_DIGIT),
    ISBN(ISBNCheckDigit.ISBN_CHECK_DIGIT),
    ISSN(ISSNCheckDigit.ISSN_CHECK_DIGIT),
    ISIN(ISINCheckDigit.ISIN_CHECK_DIGIT),
    CUSIP(CUSIPCheckDigit.CUSIP_CHECK_DIGIT),
    SEDOL(SedolCheckDigit.SEDOL_CHECK_DIGIT),
    ABA(ABANumberCheckDigit.ABAN_CHECK_DIGIT),
    CAS(CASNumberCheckDigit.getInstance(), "cas-rn"),
    EC(ECNumberCheckDigit.getInstance(), "ec-number");

    /// No number that has a check digit is longer.
    private static final int LONGEST = 128;

    private final Predicate<String> check;
    private final List<String> aliases;

    CheckScheme(Predicate<String> check, String... aliases) {
        this.check = check;
        this.aliases = List.of(aliases);
    }

    CheckScheme(CheckDigit check, String... aliases) {
        this((Predicate<String>) check::isValid, aliases);
    }

    /// Whether the check characters of the text are right. Text that the scheme is not made for has
    /// none that are.
    public boolean holds(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && check.test(text);
    }

    /// The name in commands and reference data, such as `iso7064-11-10`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The scheme of that name or of another that is used for it.
    public static Optional<CheckScheme> of(String name) {
        var plain = name.replaceFirst("\\(.*", "").strip().toLowerCase(Locale.ROOT);
        var code = plain.replace(' ', '-').replace(',', '-');
        return Arrays.stream(values())
                .filter(s -> s.code().equals(code) || s.aliases.contains(code))
                .findFirst();
    }
}
