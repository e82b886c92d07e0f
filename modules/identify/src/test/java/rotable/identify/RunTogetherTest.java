// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.label.Label;
import rotable.label.Nameplate.Name;
import rotable.label.Payload;

/// Labels that run into each other, or that say two things where a unit has one: never the wrong
/// serial for certain.
class RunTogetherTest {
    private static Label read(String text) {
        var payload = text.replace('␝', '\u001D').replace('␞', '\u001E').replace('␄', '\u0004');
        return new LabelReader(How.inYear(2026)).read(Payload.of(payload));
    }

    private static String serial(Label label) {
        return label.readings().getFirst().nameplate().get(Name.SERIAL).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "[)>␞06␝17V0CVA5␝1P1234␝SABC[)>␞06␝17V0CVA5␝1P1234␝SABC ABC",
                "]d1[)>␞06␝1P1234␝SABC]d1[)>␞06␝1P1234␝SABC ABC",
                "[)>06|17V0CVA5|1P1234|SABC[)>06|17V0CVA5|1P1234|SABC ABC",
                "[)>␞06␝1P12␝SABC␞␄[)>␞06␝1P12␝SABC␞␄[)>␞06␝1P12␝SABC␞␄ ABC",
                "'PN:123 SN:456PN:123 SN:456' 456",
                "]d2]d2010950600013435221ABC␝10L ABC"
            })
    void a_label_sent_twice_is_read_once(String text, String serial) {
        var label = assertInstanceOf(Label.Certain.class, read(text), text);
        assertEquals(serial, serial(label));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "[)>␞06␝1P1234␝SABC[)>␞06␝1P1299␝SDEF labels-joined",
                "[)>␞06␝1P1234␝SABC]C0DEF labels-joined",
                "]C0ABC]C0DEF labels-joined",
                "https://id.gs1.org/01/09506000134352/21/Ahttps://id.gs1.org/01/09506000134369/21/B labels-joined",
                "'PN:A SN:1 PN:B SN:2' data-repeats",
                "[)>␞06␝1P1␝SA␝SB␞␄ data-repeats",
                "[)>␞06␝1P1␝SA␞06␝1P1␝SB␞␄ data-repeats",
                "[)>␞05␝010950600013435221A␞06␝1P1␝SB␞␄ data-repeats",
                "'[)>␞12␝MFR 0CVA5␝SER A␝SEQ B␝PNO P␞␄' data-repeats",
                "[)>␞06␝1PA␝1PB␝SA␞␄ data-repeats",
                "[)>␞06␝1PA␝1TA␝1TB␝SA␞␄ data-repeats",
                "[)>␞06␝18S0CVA5A␝1PX␝SB␞␄ data-repeats",
                "[)>␞06␝12V123456789␝1PA␝SX␝12V987654321␞␄ data-repeats",
                "'PN:A1 SN:1 S/N:2' data-repeats",
                "{sn:1,s/n:2,pm:X} data-repeats",
                "{pbn:X,pm:A,qty:1}{pbn:Y,pm:B,qty:2} labels-joined",
                "+$LOT6930+A999123413 labels-joined",
                "010950600013435221AAA␝10L0109506000134352 labels-joined",
                "https://id.gs1.org/01/09506000134352/21/A?linkType=allhttps://id.gs1.org/01/09506000134369/21/B labels-joined",
                "[)>␞06␝1P1␝SABChttps://id.gs1.org/01/09506000134369/21/B labels-joined",
                "+A99912345/$$31303093C001/S5/14D203301010 data-repeats"
            })
    void two_answers_are_none(String text, String rule) {
        var label = assertInstanceOf(Label.Unreadable.class, read(text), text);
        assertEquals(rule, label.errors().getFirst().code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "'PN:LM 317 SN:77' 77 77",
                "'SN:12 34 PN:X' 12 '12 34'",
                "]d2010950600013435221SER191X SER191X SER1",
                "]d2010950600013435221SER18200http SER18200http SER1",
                "]d2010950600013435291AB21SER1 '' SER1",
                "HTTPS://ID.GS1.ORG/01/09506000134352/21/k7q k7q K7Q",
                "010950600013435221K7Q|10L K7Q ''",
                "'PN:LM 317, SN:77' 77 77"
            })
    void what_may_be_two_things_is_asked_about(String text, String first, String second) {
        var label = assertInstanceOf(Label.Ambiguous.class, read(text), text);
        var serials = label.readings().stream().map(r -> r.nameplate().get(Name.SERIAL).orElse(""));
        assertEquals(List.of(first, second), serials.limit(2).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[)>.06.17V0CVA5.1PAB.5C.SX",
                "[)>-06-17V0CVA5-1PN55X-SC73AAWHK-W--",
                "[)>/06/1PAB/SX",
                "[)>12MFR 0CVA5PNO XYZ-1SEQ DEF",
                "]D2010950600013435221k7q0042␝10lot7",
                "[)>␞06␝1p12␝sabc␞␄",
                "+a99912345/$lot1w",
                "C1010950600013435221ABC␝10L",
                "]A0%K/I%I%D06%C1P12%CSAB%D",
                "1PMPN SMD Q1",
                "1PRC0603 10K5 Q5000",
                "]d2010950600013435221SN#10042",
                "]d2010950600013435221SÉ10R",
                "]C0SN£7-K/42",
                "[)>␞06␝17V0CVA5␝1PAB£7␝SK7Q-42£␞␄",
                "PN:ZY-ą SN:Y_ą",
                "ΣΝ#7",
                "К7Q0042",
                "]Z0k7q0042",
                "]H2010950600013435221k7q0042"
            })
    void what_nothing_proves_is_asked_about(String text) {
        assertInstanceOf(Label.Ambiguous.class, read(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]d2010950600013435221SER1<GS>10LOT7",
                "]d2010950600013435221SER1{GS}10LOT7",
                "(01)09506000134352 (21)SER1 (10)LOT7",
                " ]d2010950600013435221SER1␝10LOT7",
                "]C1(01)09506000134352(21)SER1(10)LOT7",
                "(01) 09506000134352 (21) SER1 (10) LOT7",
                "(01)09506000134352(21)SER1<GS>(10)LOT7",
                "\uFEFF]d2010950600013435221SER1␝10LOT7",
                "[)>␞06␝12S0002␝SSER1␝1TLOT7␞07␝03.10␝FREE TEXT␞␄",
                "[)>␞06␝1PX␝SSER1␝1TLOT7␞␞␄␝",
                "PN: X SN: SER1 LOT: LOT7",
                "é0010950600013435221SER1␝10LOT7"
            })
    void one_way_to_put_it_right_is_certain(String text) {
        var label = assertInstanceOf(Label.Certain.class, read(text), text);
        assertEquals("SER1", serial(label));
        assertEquals("LOT7", label.reading().nameplate().get(Name.LOT).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "]E3950600013435212345 09506000134352",
                "]E0012345678905 00012345678905",
                "]I119506000134359 19506000134359",
                "[)>␞06␝8P09506000134352␝1T1␞␄ 09506000134352",
                "{pm:74HC595D,118,qty:20} 74HC595D,118"
            })
    void a_part_is_read_whole(String text, String part) {
        var label = assertInstanceOf(Label.Certain.class, read(text), text);
        assertEquals(part, label.reading().nameplate().get(Name.PART).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"]C0PN[12]A4", "]C0REV[B]E2-7", "(2021)ABC-77", "750-123/C"})
    void signs_that_labels_have_are_no_damage(String text) {
        var label = assertInstanceOf(Label.Certain.class, read(text), text);
        assertEquals(text.replace("]C0", ""), label.reading().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7Q\u200B0042",
                "[)>␞06␝1PA␝S123\u200B␞␄",
                "{pm:A\u00A0,sn:1}",
                "K7Q\u00850042"
            })
    void characters_that_nobody_can_see_are_in_no_serial(String text) {
        assertInstanceOf(Label.Unreadable.class, read(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(01)", "(A", "+", "[)>", "PN:"})
    void many_blanks_take_no_time(String before) {
        var text = before + " ".repeat(8000) + "x";
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/01/09506000134353/21/S",
                "https://id.gs1.org/01/09506000134352/21/S/10/L",
                "https://id.gs1.org/01/09506000134352/21/A%20B"
            })
    void an_address_that_is_meant_as_a_link_says_what_is_wrong_with_it(String text) {
        assertInstanceOf(Label.Unreadable.class, read(text), text);
        assertInstanceOf(Label.Certain.class, read("https://example.com/manual/01"));
    }

    @ParameterizedTest
    @CsvSource({
        "[)>␞06␝1PA␝SX␝16D20231305␞␄, data-date",
        "[)>␞06␝1PA␝SX␝14D230105␞␄, data-date",
        "[)>␞12␝MFR 0CVA5␝PNO LM 317␝SEQ 5␞␄, uii-character"
    })
    void a_fault_that_leaves_the_unit_clear_is_a_note(String text, String note) {
        var label = assertInstanceOf(Label.Certain.class, read(text), text);
        assertEquals(List.of(note), label.reading().notes().stream().map(n -> n.code()).toList());
        assertEquals(List.of(), label.reading().nameplate().get(Name.UII).stream().toList());
        assertEquals(List.of(), label.reading().nameplate().get(Name.PRODUCED).stream().toList());
    }
}
