// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.checkdigit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers whose check digits are known, from the standards and from public registers.
class CheckSchemeTest {
    @ParameterizedTest
    @CsvSource({
        "gs1, 4006381333931",
        "gtin, 09506000134352",
        "gmn, 1987654Ad4X4bL5ttr2310c2K",
        "luhn, 79927398713",
        "imei, 490154203237518",
        "verhoeff, 2363",
        "damm, 5724",
        "iso7064-11-10, 07945",
        "iso7064-11-2, 079X",
        "iso7064-37-2, G123489654321Y",
        "iso7064-37-36, A12425GABC1234002M",
        "iso7064-97-10, 79444",
        "iso6346, CSQU3054383",
        "vin, 1M8GDM9AXKP042788",
        "mod43, +A123BJC5D6E71G",
        "iban, GB82WEST12345698765432",
        "isbn, 9780306406157",
        "issn, 03178471"
    })
    void a_sound_number_holds(String scheme, String number) {
        assertTrue(CheckScheme.of(scheme).orElseThrow().holds(number), number);
    }

    /// ISO/IEC 7064:2003 gives 0794 with check 0 for MOD 11-2, and A12425GABC1234002 with M for MOD
    /// 37-36.
    @Test
    void the_examples_of_iso_7064() {
        assertTrue(CheckScheme.ISO7064_11_2.holds("07940"));
        assertTrue(CheckScheme.ISO7064_11_2.holds("079X"));
        assertTrue(CheckScheme.ISO7064_37_36.holds("A12425GABC1234002M"));
        assertTrue(CheckScheme.ISO7064_11_10.holds("07945"));
        assertTrue(CheckScheme.ISO7064_97_10.holds("79444"));
        assertTrue(CheckScheme.ISO7064_37_2.holds("G123489654321Y"), "ISBT 128 donation");
    }

    @ParameterizedTest
    @CsvSource({
        "gs1, 4006381333931",
        "luhn, 79927398713",
        "verhoeff, 2363",
        "damm, 5724",
        "iso7064-11-10, 07945",
        "iso7064-11-2, 07940",
        "iso7064-97-10, 79444",
        "vin, 1M8GDM9AXKP042788",
        "iso6346, CSQU3054383"
    })
    void any_changed_digit_is_noticed(String scheme, String number) {
        var check = CheckScheme.of(scheme).orElseThrow();
        assertTrue(check.holds(number), number);
        for (int i = 0; i < number.length(); i++)
            for (char c = '0'; c <= '9'; c++) {
                char was = number.charAt(i);
                // A container's check digit of ten is written as zero; 0 and 10 look alike.
                var alike = scheme.equals("iso6346") || scheme.equals("vin");
                if (was == c || was > '9' || (alike && i > 6)) continue;
                var changed = number.substring(0, i) + c + number.substring(i + 1);
                assertFalse(check.holds(changed), changed);
            }
    }

    @Test
    void what_a_scheme_is_not_made_for_does_not_hold() {
        for (var scheme : CheckScheme.values()) {
            assertFalse(scheme.holds(""), scheme.code());
            assertFalse(scheme.holds("\u0000"), scheme.code());
            assertFalse(scheme.holds("é1"), scheme.code());
            assertFalse(scheme.holds("9".repeat(10_000)), scheme.code());
        }
    }

    @Test
    void schemes_are_found_by_the_names_in_use() {
        assertEquals(CheckScheme.ISO7064_37_36, CheckScheme.of("MOD37,36").orElseThrow());
        assertEquals(CheckScheme.GS1, CheckScheme.of("EAN").orElseThrow());
        assertTrue(CheckScheme.of("none").isEmpty());
    }
}
