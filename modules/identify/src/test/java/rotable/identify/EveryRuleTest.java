// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import rotable.gs1.Linter;
import rotable.label.Label;
import rotable.label.Payload;
import rotable.label.Scheme;

/// A label for every rule that a label can break.
class EveryRuleTest {
    /// Rules that no label can break: a check of characters comes before them, or no identifier
    /// uses them. The checks themselves are run in `VectorsTest`.
    private static final List<String> UNREACHED = List.of("gs1-gcppos2", "gs1-yyyymmd0");

    private static final Map<Scheme, Map<String, String>> ROWS =
            Map.of(
                    Scheme.GS1_ELEMENT_STRING,
                    Map.of(
                            "gs1-nothing", "\u001D",
                            "ai-unknown", "0509506000134352"),
                    Scheme.GS1_BRACKETED,
                    brackets(),
                    Scheme.GS1_DIGITAL_LINK,
                    links(),
                    Scheme.EAN_UPC,
                    Map.of("ean-digits", "]E0590123412345", "ean-check", "]E05901234123458"),
                    Scheme.ISO15434,
                    envelopes(),
                    Scheme.HIBC,
                    health(),
                    Scheme.SUPPLIER,
                    Map.of("no-supplier", "K7Q0042"),
                    Scheme.PLAIN,
                    Map.of("control-character", "K7\u0007", "empty", "]C0 "));

    // One line for each rule, and so longer than most.
    private static Map<String, String> brackets() {
        var rows = new TreeMap<String, String>();
        rows.put("ai-empty", "(21)(10)A");
        rows.put("ai-too-short", "(01)0950600013435");
        rows.put("ai-too-long", "(20)123");
        rows.put("ai-character", "(21)A~");
        rows.put("ai-needs", "(21)A");
        rows.put("ai-excludes", "(01)09506000134352(255)9506000134352");
        rows.put("ai-repeats", "(400)A(400)B");
        rows.put("ai-unserialised", "(8003)09506000134352(8030)A");
        rows.put("bracket-missing", "01(21)");
        rows.put("bracket-open", "(01");
        rows.put("gs1-csum", "(01)09506000134353");
        rows.put("gs1-csumalpha", "(8013)1987654Ad4X4bL5ttr2310cXK");
        rows.put("gs1-gcppos1", "(8004)12A4");
        rows.put("gs1-yymmdd", "(7006)250229");
        rows.put("gs1-yymmd0", "(11)251301");
        rows.put("gs1-yyyymmdd", "(7250)20250229");
        rows.put("gs1-hh", "(8008)25010124");
        rows.put("gs1-mi", "(8008)2501012360");
        rows.put("gs1-ss", "(8008)250101235960");
        rows.put("gs1-hhmi", "(7003)2501012460");
        rows.put("gs1-iso3166", "(426)999");
        rows.put("gs1-iso3166999", "(7030)001A");
        rows.put("gs1-iso3166alpha2", "(4307)AA");
        rows.put("gs1-iso4217", "(3910)0001");
        rows.put("gs1-iso5218", "(7252)5");
        rows.put("gs1-iban", "(8007)GB82WEST12345698765433");
        rows.put("gs1-packagetype", "(7041)0");
        rows.put("gs1-mediatype", "(7241)11");
        rows.put("gs1-importeridx", "(7040)1AB=");
        rows.put("gs1-pcenc", "(4300)A%0g");
        rows.put("gs1-pieceoftotal", "(8006)095060001343520302");
        rows.put("gs1-posinseqslash", "(7258)2/1");
        rows.put("gs1-nonzero", "(8001)00001234512311");
        rows.put("gs1-nozeroprefix", "(8011)01");
        rows.put("gs1-zero", "(8003)19506000134352");
        rows.put("gs1-yesno", "(4321)2");
        rows.put("gs1-winding", "(8001)12341234512321");
        rows.put("gs1-hyphen", "(4330)000000X");
        rows.put("gs1-hasnondigit", "(8014)" + digitsWithPair());
        rows.put("gs1-latitude", "(4309)18000000010000000000");
        rows.put("gs1-longitude", "(4309)00000000003600000001");
        rows.put("gs1-couponcode", "(8110)012345");
        rows.put("gs1-couponposoffer", "(8112)07");
        return rows;
    }

    /// Digits whose pair of check characters happens to be of digits too.
    private static String digitsWithPair() {
        for (int n = 1000; n < 100_000; n++)
            for (int pair = 22; pair < 100; pair++)
                if (Linter.CSUMALPHA.firstWrong("" + n + pair) < 0) return "" + n + pair;
        throw new AssertionError("no such number");
    }

    private static Map<String, String> links() {
        var gtin = "https://a.example/01/09506000134352";
        var rows = new TreeMap<String, String>();
        rows.put("uri-character", gtin + "^");
        rows.put("uri-scheme", "ftp://a.example/01/09506000134352");
        rows.put("uri-domain", "https:///01/09506000134352");
        rows.put("uri-no-key", "https://a.example/21/7");
        rows.put("uri-null", gtin + "/10/%00");
        rows.put("uri-sequence", gtin + "/21/7/10/8");
        rows.put("uri-duplicate", gtin + "?11=250101&11=250101");
        rows.put("uri-not-attribute", gtin + "?254=7");
        rows.put("uri-in-path", gtin + "?10=7");
        return rows;
    }

    private static Map<String, String> envelopes() {
        var rows = new TreeMap<String, String>();
        rows.put("envelope-head", "[>");
        rows.put("envelope-empty", "[)>\u001E\u0004");
        rows.put("envelope-format", "[)>\u001E6\u001DS7\u001E");
        rows.put("envelope-unread", "[)>\u001E07\u001Dtext\u001E");
        rows.put("envelope-after", "[)>\u001E06\u001DS7\u001E\u0004S8");
        rows.put("data-identifier", "[)>\u001E06\u001D?\u001E");
        rows.put("text-element", "[)>\u001E12\u001DSER7\u001E");
        rows.put("uii-cage", "[)>\u001E12\u001DMFR 0CVA5SER\u001DSER 7\u001E");
        rows.put("data-repeats", "[)>\u001E06\u001DS7\u001DS8\u001E");
        rows.put("labels-joined", "[)>\u001E06\u001DS7[)>\u001E06\u001DS8");
        rows.put("uii-too-long", "[)>\u001E06\u001D25SD" + "7".repeat(60) + "\u001E");
        rows.put("uii-character", "[)>\u001E06\u001D25SD0cva57\u001E");
        return rows;
    }

    private static Map<String, String> health() {
        return Map.of(
                "hibc-flag", "A123BJC5D6E71G",
                "hibc-character", "+A123é",
                "hibc-check", "+A123BJC5D6E71H",
                "hibc-primary", checked("+1A23"),
                "hibc-date", checked("+$$2139905LOTL"),
                "hibc-quantity", checked("+$$8A7LOTL"),
                "hibc-name", checked("+$" + "7".repeat(30) + "L"),
                "hibc-supplement", checked("+A123BJC5D6E71/$LOT/X7"));
    }

    private static String checked(String text) {
        // A first digit would be read as a date: this one is no labeler's code and no date either.
        var body = text.equals("+1A23") ? "+A1" : text;
        return body + rotable.checkdigit.Mod43.of(body);
    }

    @Test
    void each_rule_has_a_label_that_breaks_it() {
        var broken = new TreeSet<>(UNREACHED);
        ROWS.forEach(
                (scheme, rows) ->
                        rows.forEach(
                                (code, label) -> {
                                    var how = How.inYear(2026).heldTo(scheme);
                                    var read = new LabelReader(how).read(Payload.of(label));
                                    assertFalse(read instanceof Label.Certain, code + " " + read);
                                    var codes = read.errors().stream().map(e -> e.code()).toList();
                                    assertTrue(codes.contains(code), code + " " + read);
                                    broken.add(code);
                                }));
        broken.addAll(List.of("too-long", "not-text"));
        assertEquals(rules(), broken);
    }

    /// The rules of the bundle, without what notes say of scanners.
    private static Set<String> rules() {
        var rules = new TreeSet<String>();
        var bundle = ResourceBundle.getBundle("rotable.label.rules", Locale.ROOT);
        for (var key : bundle.keySet())
            if (!key.endsWith(".source")
                    && !key.matches(
                            "test-.*|typed-.*|sent-.*|separator.*|head-.*|check-.*|strange-.*|caps-.*|blanks|aim-bent|data-date"))
                rules.add(key);
        return rules;
    }
}
