// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.label.Label;
import rotable.label.Nameplate.Name;
import rotable.label.Payload;
import rotable.label.Reading;
import rotable.label.Scheme;

/// What labels of every format say, and what is said of those that break a rule. `␝`, `␞` and `␄`
/// stand for the control characters whose pictures they are.
class LabelReaderTest {
    private static final How WEDGE = How.inYear(2026);
    private static final How SERIAL = WEDGE.withSeparatorsKept();

    private static Label read(String text, How how) {
        var payload = text.replace('␝', '\u001D').replace('␞', '\u001E').replace('␄', '\u0004');
        return new LabelReader(how).read(Payload.of(payload));
    }

    private static Reading certain(String text) {
        var label = read(text, SERIAL);
        assertInstanceOf(Label.Certain.class, label, label.toString());
        return label.readings().getFirst();
    }

    private static Map<Name, String> unit(Reading reading) {
        return reading.nameplate().values();
    }

    private static String error(String text) {
        var label = read(text, SERIAL);
        assertInstanceOf(Label.Unreadable.class, label, label.toString());
        var first = label.errors().getFirst();
        return first.code() + " at " + first.at();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]C1010950600013435221K7Q0042␝10LOT7",
                "]d2␝010950600013435221K7Q0042␝10LOT7",
                "]Q3010950600013435210LOT7␝21K7Q0042",
                "␝010950600013435221K7Q0042␝10LOT7",
                "(01)09506000134352(21)K7Q0042(10)LOT7",
                "]d1https://example.com/some/shop/01/09506000134352/10/LOT7/21/K7Q0042?x=1#top",
                "HTTPS://ID.GS1.ORG/01/09506000134352/10/LOT7/21/K7Q0042",
                "[)>␞05␝010950600013435221K7Q0042␝10LOT7␞␄"
            })
    void gs1_says_the_same_however_it_is_written(String label) {
        var said = Map.of(Name.PART, "09506000134352", Name.SERIAL, "K7Q0042", Name.LOT, "LOT7");
        assertEquals(said, unit(certain(label)));
    }

    @Test
    void gs1_dates_have_their_century() {
        var said = unit(certain("]d201095060001343521124063017300600"));
        assertEquals("2024-06-30", said.get(Name.PRODUCED));
        assertEquals("2030-06", said.get(Name.EXPIRES));
        assertEquals(Optional.of("2076-01-02"), Century.full("760102", 2026), "50 ahead");
        assertEquals(Optional.of("1977-01-02"), Century.full("770102", 2026), "51 ahead");
        assertEquals(Optional.of("2102-01-02"), Century.full("020102", 2060), "58 behind");
    }

    @Test
    void a_plain_serial_that_starts_with_01_is_not_gs1() {
        assertEquals("0109506000134352", certain("]C00109506000134352").text());
        assertEquals("0104711", certain("0104711").text());
        var unmarked = read("0109506000134352", SERIAL);
        assertInstanceOf(Label.Ambiguous.class, unmarked, "without AIM identifier");
        assertEquals(
                List.of(Scheme.GS1_ELEMENT_STRING, Scheme.PLAIN),
                unmarked.readings().stream().map(Reading::scheme).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "]d2019506000134352, ai-too-short at 5",
        "]d20109506000134353, gs1-csum at 18",
        "]d2010950600013435217261301, gs1-yymmd0 at 23",
        "]d20109506000134352 21A, ai-unknown at 19",
        "]d2010950600013435221K7Q 0042, ai-character at 24",
        "]d2010950600013435221K7Q0042␝21K7Q0043, ai-repeats at 29",
        "]d221K7Q0042, ai-needs at 3",
        "]d201095060001343520209506000134352, ai-excludes at 19",
        "]d2, gs1-nothing at 3",
        "]E05901234123458, ean-check at 15",
        "]E0590123412345, ean-digits at 3",
        "(01)09506000134352(21, bracket-open at 18",
        "[)>␞06␝17VOCVA5␝1P12␝S7␞␄, uii-cage at 7",
        "[)>␞07␝free text␞␄, envelope-unread at 4",
        "[)>␞06␝1P12␝?␞␄, data-identifier at 12",
        "[)>␞12␝MFR0CVA5␞␄, text-element at 7",
        "[)>␞06␝1P12␞␄more, envelope-after at 13",
        "[)>␞06␝25SUN03456?78␞␄, uii-character at 7",
        "+A123BJC5D6E71H, hibc-check at 14",
        "K7Q␝, control-character at 3"
    })
    void an_error_names_its_rule_and_its_place(String label, String due) {
        if (label.startsWith("[)>␞06␝17VOCVA5"))
            assertEquals(
                    List.of("uii-cage"),
                    certain(label).notes().stream().map(n -> n.code()).toList());
        else assertEquals(due, error(label));
    }

    @Test
    void an_error_says_what_and_by_which_clause() {
        var e = read("]d20109506000134353", SERIAL).errors().getFirst();
        assertEquals("The check digit of (01) is wrong: 09506000134353.", e.text());
        assertEquals("GS1 General Specifications, 7.9.1", e.source());
    }

    @Test
    void an_address_of_a_shop_is_only_text() {
        assertEquals(Scheme.PLAIN, certain("]Q1https://example.com/psu?id=7").scheme());
    }

    @ParameterizedTest
    @CsvSource({
        "[)>␞06␝17V0CVA5␝1P1234␝S786950␞␄, D0CVA51234786950",
        "[)>␞06␝18S0CVA5786950␞␄, D0CVA5786950",
        "[)>␞12␝MFR 0CVA5␝PNO 1234␝SEQ 786950␞␄, D0CVA51234786950",
        "[)>␞12␝DUN 039911102␝LOT 4321␝SEQ 786950␞␄, UN0399111024321786950",
        "[)>␞12␝CAG 0CVA5␝SER 786950␝PNR 99␞␄, D0CVA5786950",
        "[)>␞DD␝USN 0CVA5786950␞␄, D0CVA5786950",
        "[)>␞12␝UID UN0399111021234786950␞␄, UN0399111021234786950",
        "[)>␞06␝12V039911102␝1T4321␝S786950␞␄, UN0399111024321786950"
    })
    void the_unique_item_identifier_is_put_together(String label, String uii) {
        assertEquals(uii, unit(certain(label)).get(Name.UII));
    }

    @Test
    void two_messages_in_one_envelope_are_both_read() {
        var said = certain("[)>␞06␝1P1234␝S786950␞12␝PNR 99␞␄");
        assertEquals(3, said.fields().size());
        assertEquals("99", unit(said).get(Name.CURRENT_PART));
    }

    @Test
    void hibc_primary_secondary_and_both() {
        assertEquals(
                Map.of(Name.MAKER, "A123", Name.PART, "BJC5D6E7"),
                unit(certain("+A123BJC5D6E71G")));
        var both = unit(certain("+A99912345/$$52001510X3/16D20111212/S77DE1G45-"));
        assertEquals("77DE1G45", both.get(Name.SERIAL));
        assertEquals("2020-01-15", both.get(Name.EXPIRES));
        assertEquals("2011-12-12", both.get(Name.PRODUCED));
        var secondary = certain("+$$8240509283C001T" + checked("+$$8240509283C001T"));
        assertEquals(Optional.of("T"), secondary.value("link"));
        assertEquals("24", unit(secondary).get(Name.QUANTITY));
    }

    private static char checked(String text) {
        return rotable.checkdigit.Mod43.of(text);
    }

    @ParameterizedTest
    @CsvSource({
        "+$$0905LOT, 2005-09",
        "+$$2092805LOT, 2005-09-28",
        "+$$3050928LOT, 2005-09-28",
        "+$$405092820LOT, 2005-09-28",
        "+$$505271LOT, 2005-09-28",
        "+$$60527120LOT, 2005-09-28",
        "+05271LOT, 2005-09-28"
    })
    void hibc_dates_of_every_flag(String data, String day) {
        var linked = data + "L";
        var said = unit(certain(linked + checked(linked)));
        assertEquals(day, said.get(Name.EXPIRES));
        assertEquals("LOT", said.get(Name.LOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+$$2139905LOT", "+$$3050231LOT", "+$$505367LOT", "+$$1305LOT", "+$$30509"})
    void hibc_dates_that_do_not_exist(String data) {
        var linked = data + "L";
        assertEquals("hibc-date", error(linked + checked(linked)).replaceFirst(" .*", ""));
    }

    @Test
    void distributors_write_names_out() {
        assertEquals(
                "ST-1-102",
                unit(certain("{pbn:PICK1,on:SO2,pc:C312270,pm:ST-1-102,qty:2,mc:,cc:1}"))
                        .get(Name.PART));
        assertEquals(
                "WBP-302",
                unit(certain("QTY:1 PN:WBP-302 MFR:WISHER RoHS https://example.com/WBP-302"))
                        .get(Name.PART));
        assertEquals(Scheme.PLAIN, certain("see note: 7").scheme());
        assertEquals(Scheme.PLAIN, certain("P1 Q2 K3").scheme(), "no 1P among them");
    }

    @Test
    void composite_and_extended_channel_symbols() {
        var composite = certain("]E02112345678900|]e021K7␝98XYZ");
        assertEquals("02112345678900", unit(composite).get(Name.PART));
        assertEquals("K7", unit(composite).get(Name.SERIAL));
        assertEquals("a\\b", certain("]Q2\\000026a\\\\b").text());
    }

    @Test
    void a_symbol_without_data_breaks_no_rule_and_says_nothing() {
        var label = read("]d1", SERIAL);
        assertInstanceOf(Label.Unreadable.class, label);
        assertEquals(List.of(), label.errors());
    }

    @Test
    void held_to_a_scheme_it_is_read_as_that_or_not_at_all() {
        var held = SERIAL.heldTo(Scheme.GS1_ELEMENT_STRING);
        assertEquals(
                Scheme.GS1_ELEMENT_STRING,
                read("0109506000134352", held).readings().getFirst().scheme());
        assertEquals("ai-unknown", read("K7Q0042", held).errors().getFirst().code());
        assertEquals(
                "hibc-flag",
                read("K7Q0042", SERIAL.heldTo(Scheme.HIBC)).errors().getFirst().code());
        assertEquals(
                "K7Q0042",
                read("K7Q0042", SERIAL.heldTo(Scheme.PLAIN)).readings().getFirst().text());
    }

    @Test
    void too_much_and_no_text_are_refused() {
        assertEquals("too-long", read("A".repeat(9000), SERIAL).errors().getFirst().code());
        var junk = new LabelReader(SERIAL).read(new Payload(new byte[] {(byte) 0xFF, 1}));
        assertEquals("not-text", junk.errors().getFirst().code());
        assertEquals("empty", read("", SERIAL).errors().getFirst().code());
    }
}
