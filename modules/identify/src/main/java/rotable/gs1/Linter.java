// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.Locale;
import java.util.Optional;

/// A check of one component's content, under the name the GS1 syntax dictionary has for it.
@SuppressWarnings("ImmutableEnumChecker") // its fields are set once and never changed
public enum Linter {
    /// Check digit, General Specifications section 7.9.1.
    CSUM(Numbers::checkDigit),
    /// Pair of check characters, section 7.9.5.
    CSUMALPHA(Numbers::checkPair),
    /// Begins with a GS1 company prefix, of four digits at least.
    GCPPOS1(t -> Numbers.companyPrefix(t, 0)),
    /// A company prefix follows the first digit.
    GCPPOS2(t -> Numbers.companyPrefix(t, 1)),
    YYMMDD(t -> Dates.day(t, 6, false)),
    /// The day may be 00: the month's last, or none.
    YYMMD0(t -> Dates.day(t, 6, true)),
    YYYYMMDD(t -> Dates.day(t, 8, false)),
    YYYYMMD0(t -> Dates.day(t, 8, true)),
    HH(t -> Dates.upTo(t, 23)),
    MI(t -> Dates.upTo(t, 59)),
    SS(t -> Dates.upTo(t, 59)),
    HHMI(Dates::hourAndMinute),
    /// ISO 3166-1, three digits.
    ISO3166(t -> listed("country", t)),
    /// The same, or 999.
    ISO3166999(t -> t.equals("999") ? -1 : listed("country", t)),
    ISO3166ALPHA2(t -> listed("country-letters", t)),
    /// ISO 4217, three digits.
    ISO4217(t -> listed("currency", t)),
    /// ISO/IEC 5218.
    ISO5218(t -> Numbers.oneOf(t, "0129")),
    IBAN(Numbers::iban),
    PACKAGETYPE(t -> listed("package", t)),
    /// 01 to 10 by GS1, 80 to 99 by national agreement.
    MEDIATYPE(t -> t.matches("0[1-9]|10|[89]\\d") ? -1 : 0),
    /// The standard's importer index, section 3.8.21.
    IMPORTERIDX(t -> t.matches("[-0-9A-Z_a-z]") ? -1 : 0),
    /// Each % is followed by two hexadecimal digits.
    PCENC(Numbers::percentEncoding),
    /// Two numbers of equal length, neither zero, the first not above the second.
    PIECEOFTOTAL(Numbers::pieceOfTotal),
    /// Position/end.
    POSINSEQSLASH(Numbers::positionInSequence),
    NONZERO(Numbers::nonZero),
    NOZEROPREFIX(Numbers::noZeroPrefix),
    ZERO(t -> !t.isEmpty() && t.chars().allMatch(c -> c == '0') ? -1 : 0),
    YESNO(t -> Numbers.oneOf(t, "01")),
    WINDING(t -> Numbers.oneOf(t, "019")),
    HYPHEN(t -> t.chars().allMatch(c -> c == '-') ? -1 : 0),
    HASNONDIGIT(t -> t.chars().anyMatch(c -> c < '0' || c > '9') ? -1 : 0),
    /// Degrees north of the South Pole, times 10^7.
    LATITUDE(t -> Numbers.tenDigitsUpTo(t, 1_800_000_000L)),
    /// Degrees east of Greenwich, times 10^7.
    LONGITUDE(t -> Numbers.tenDigitsUpTo(t, 3_600_000_000L)),
    /// The North American coupon of identifier 8110.
    COUPONCODE(Coupons::code),
    /// The positive offer file of identifier 8112.
    COUPONPOSOFFER(Coupons::positiveOffer);

    /// Looks at a component's content.
    @FunctionalInterface
    interface Check {
        /// Where it is wrong, in characters; -1 when it is right.
        int firstWrong(String text);
    }

    private final Check check;

    Linter(Check check) {
        this.check = check;
    }

    /// Where the content is wrong, in characters from its first; -1 when it is right.
    public int firstWrong(String text) {
        return check.firstWrong(text);
    }

    /// The linter of the dictionary's name.
    ///
    /// @throws IllegalArgumentException when there is none
    static Linter named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// The linter of that name, such as `csum`.
    public static Optional<Linter> of(String name) {
        for (var l : values()) if (l.name().equalsIgnoreCase(name)) return Optional.of(l);
        return Optional.empty();
    }

    /// The rule's code, such as `gs1-csum`.
    String code() {
        return "gs1-" + name().toLowerCase(Locale.ROOT);
    }

    private static int listed(String list, String code) {
        return Codes.known(list, code) ? -1 : 0;
    }
}
