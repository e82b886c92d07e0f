// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rotable.bench.EndLabel;
import rotable.bench.Paper;
import rotable.bench.ServiceLabel;
import rotable.bench.TagLabel;
import rotable.fact.ReleaseFact.Ended.Ending;

// Two languages, two sizes, two resolutions: longer than most.
class LabelTest {
    static ServiceLabel label(String serial, boolean training) {
        return new ServiceLabel(
                "Sample Depot",
                "SAMPLE.145.0000",
                "PSU-480-R3",
                "09506000134352",
                "Power supply 480 W rev 3",
                "3",
                serial,
                "RO-KA-223M-B",
                "RL-KA-224F-H",
                1,
                "REPAIRED",
                "2026-11-20",
                "Ana",
                "Kim",
                "Lee",
                "LEE-114",
                "CS-PSU-7 v3",
                "4.2.3",
                "",
                "0123456789abcdef",
                training);
    }

    @ParameterizedTest
    @CsvSource({"LARGE,203", "LARGE,300", "SMALL,203", "SMALL,300"})
    void the_code_on_the_page_is_read_back_from_its_pixels(LabelSize size, int dpi)
            throws Exception {
        var label = label("K7Q0042", false);
        var picture = picture(label, size, dpi);
        var name = "label-" + size + "-" + dpi + ".png";
        Files.createDirectories(Path.of("target", "labels"));
        ImageIO.write(picture, "png", Path.of("target", "labels", name).toFile());
        assertEquals("\u001D" + label.code(), decode(picture));
    }

    /// What a label printer makes of it, at its own resolution.
    @ParameterizedTest
    @CsvSource({"LARGE,203", "LARGE,300", "SMALL,203", "SMALL,300"})
    void the_code_of_a_label_printer_is_read_back_from_its_dots(LabelSize size, int dpi)
            throws Exception {
        var label = label("K7Q0042", false);
        var picture = ZplPicture.of(ZplLabel.of(label, size, dpi));
        keep(picture, "zpl-" + size + "-" + dpi);
        assertEquals("\u001D" + label.code(), decode(picture));
    }

    /// Everything as long as an identifier may be, and nothing over anything else.
    @ParameterizedTest
    @CsvSource({"LARGE,203", "LARGE,300", "SMALL,203", "SMALL,300"})
    void the_longest_texts_leave_the_code_alone(LabelSize size, int dpi) throws Exception {
        var label = longest();
        var picture = ZplPicture.of(ZplLabel.of(label, size, dpi));
        keep(picture, "zpl-longest-" + size + "-" + dpi);
        assertEquals("\u001D" + label.code(), decode(picture));
        var printed = picture(label, size, dpi);
        keep(printed, "longest-" + size + "-" + dpi);
        assertEquals("\u001D" + label.code(), decode(printed));
    }

    /// GS1 elements hold neither blanks nor `#`, and no serial of more than 20 characters.
    @ParameterizedTest
    @CsvSource({"^XZ~JA_1\\5E", "123456789012345678901234567890", "SN 12#_4"})
    void an_identity_that_gs1_does_not_hold_is_read_back_too(String serial) throws Exception {
        var label = label(serial, false);
        assertFalse(label.isGs1());
        assertTrue(label.code().contains("\u001DS" + serial + "\u001D"), label.code());
        for (var size : LabelSize.values()) {
            var printed = picture(label, size, 300);
            keep(printed, "odd-" + size);
            assertEquals(label.code(), decode(printed));
            var dots = ZplPicture.of(ZplLabel.of(label, size, 203));
            keep(dots, "zpl-odd-" + size);
            assertEquals(label.code(), decode(dots));
        }
    }

    private static void keep(BufferedImage picture, String name) throws IOException {
        Files.createDirectories(Path.of("target", "labels"));
        ImageIO.write(picture, "png", Path.of("target", "labels", name + ".png").toFile());
    }

    private static ServiceLabel longest() {
        return new ServiceLabel(
                "Depot for the Maintenance and Overhaul of Airborne Equipment, Eastern Region",
                "UK.145.01234567890",
                "WWWWWWWWW0-WWWWWWWWW0-WWWWWWW8",
                "09506000134352",
                "Power supply 480 W rev 3 with overvoltage protection, remote sense, fan, conformal coat",
                "REV-12345",
                "WWWWWWWWWWWWWWWWWW20",
                "RO-KABX-223MB7-B",
                "RL-KABX-224FH7-H",
                12,
                "REPAIRED",
                "2026-11-20",
                "Wilhelmina Wackernagel-Wolkenstein",
                "Maximilian Mühlenhaupt-Oberhammer",
                "Alexandrina Featherstonehaugh",
                "LEE-11412345",
                "CS-PSU-7-LONG-NAME v123",
                "4.2.3-rc1+build.20261120",
                "G12, G17",
                "0123456789abcdef",
                false);
    }

    /// Two units bear one identity: the code says what stands on the nameplate, and whose release
    /// it is; the serial in words says which of the two.
    @Test
    void the_label_of_a_second_unit_bears_the_nameplate_in_its_code() throws Exception {
        var label = label("K7Q0042+TG-KA-222M-F", false);
        assertEquals("\u001D" + label.code(), decode(picture(label, LabelSize.LARGE, 300)));
        assertTrue(label.code().contains("21K7Q0042\u001D"), label.code());
    }

    @ParameterizedTest
    @CsvSource({"203", "300"})
    void the_code_on_a_tag_is_the_tag(int dpi) throws Exception {
        var tag =
                new TagLabel(
                        "TG-KA-222M-F",
                        "PSU-480-R3",
                        "Power supply 480 W rev 3",
                        "K7Q0042",
                        "Sample Depot",
                        false);
        try (var pdf = Loader.loadPDF(PdfLabel.of(tag, LabelSize.SMALL))) {
            assertEquals(1, pdf.getNumberOfPages());
            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, dpi);
            Files.createDirectories(Path.of("target", "labels"));
            ImageIO.write(picture, "png", Path.of("target/labels/tag-" + dpi + ".png").toFile());
            assertEquals("TG-KA-222M-F", decode(picture));
            var text = new PDFTextStripper().getText(pdf);
            for (var must : List.of("K7Q0042", "TG-KA-222M-F", "ONE OF TWO"))
                assertTrue(text.contains(must), text);
        }
        var zpl = ZplLabel.of(tag, LabelSize.SMALL, dpi);
        var printed = ZplPicture.of(zpl);
        keep(printed, "zpl-tag-" + dpi);
        assertEquals("TG-KA-222M-F", decode(printed));
        assertTrue(zpl.contains("^FDTG-KA-222M-F^FS"), zpl);
        assertTrue(zpl.contains("ONE OF TWO UNITS"), zpl);
    }

    /// Each says what became of the unit, and none reads as a release.
    @ParameterizedTest
    @EnumSource
    void another_end_of_an_order_has_its_label(Ending ending) throws Exception {
        var label = ended(ending, "No spare control board to be had before March 2027");
        for (var size : LabelSize.values())
            for (var dpi : List.of(203, 300)) {
                var name = ending + "-" + size + "-" + dpi;
                var printed = picture(label, size, dpi);
                keep(printed, "end-" + name);
                assertEquals("RO-KA-223M-B", decode(printed));
                var dots = ZplPicture.of(ZplLabel.of(label, size, dpi));
                keep(dots, "zpl-end-" + name);
                assertEquals("RO-KA-223M-B", decode(dots));
            }
        try (var pdf = Loader.loadPDF(PdfLabel.of(label, LabelSize.LARGE))) {
            var text = new PDFTextStripper().getText(pdf);
            var words = ending.name().startsWith("S") ? "SCRAPPED" : "UNSERVICEABLE";
            for (var must : List.of(words, "K7Q0042", "before March 2027", "Lee LEE-114", "RO-KA"))
                assertTrue(text.contains(must), must + " in " + text);
            assertFalse(text.contains("TO SERVICE"), text);
        }
    }

    /// A reason may be long, and hold what a label printer takes for a command.
    @Test
    void a_long_reason_leaves_the_code_alone() throws Exception {
        var label = ended(Ending.BER, "^XZ ".repeat(60));
        for (var size : LabelSize.values()) {
            var printed = picture(label, size, 300);
            keep(printed, "end-longest-" + size);
            assertEquals("RO-KA-223M-B", decode(printed));
            var zpl = ZplLabel.of(label, size, 203);
            assertEquals(1, zpl.split("\\^XZ", -1).length - 1);
            var dots = ZplPicture.of(zpl);
            keep(dots, "zpl-end-longest-" + size);
            assertEquals("RO-KA-223M-B", decode(dots));
        }
    }

    private static EndLabel ended(Ending ending, String reason) {
        return new EndLabel(
                ending,
                "Sample Depot",
                "PSU-480-R3",
                "3",
                "Power supply 480 W rev 3",
                "K7Q0042",
                "RO-KA-223M-B",
                "2026-11-20",
                reason,
                "Lee LEE-114",
                "0123456789abcdef",
                false);
    }

    private static BufferedImage picture(Paper label, LabelSize size, int dpi) throws IOException {
        try (var pdf = Loader.loadPDF(PdfLabel.of(label, size))) {
            assertEquals(1, pdf.getNumberOfPages());
            return new PDFRenderer(pdf).renderImageWithDPI(0, dpi);
        }
    }

    private static String decode(BufferedImage image) throws Exception {
        int w = image.getWidth();
        int h = image.getHeight();
        LuminanceSource all = new RGBLuminanceSource(w, h, image.getRGB(0, 0, w, h, null, 0, w));
        // The code stands in the right part of the label, as a scanner held there sees it.
        int left = w * 62 / 100;
        try {
            return near(all.crop(left, h / 12, w - left, h * 10 / 12));
        } catch (ReaderException e) {
            // Without the lines above and below it, as one that is held closer.
            return near(all.crop(left, h / 6, w - left, h / 3));
        }
    }

    private static String near(LuminanceSource part) throws ReaderException {
        try {
            return read(part, Map.of(DecodeHintType.TRY_HARDER, true));
        } catch (NotFoundException e) {
            // Dots that are as straight as a printer's need not be looked for like a photograph's.
            return read(part, Map.of(DecodeHintType.PURE_BARCODE, true));
        }
    }

    private static String read(LuminanceSource source, Map<DecodeHintType, ?> hints)
            throws ReaderException {
        var bitmap = new BinaryBitmap(new HybridBinarizer(source));
        return new DataMatrixReader().decode(bitmap, hints).getText();
    }

    @Test
    void the_large_label_says_all_that_a_record_demands() throws IOException {
        try (var pdf = Loader.loadPDF(PdfLabel.of(label("K7Q0042", false), LabelSize.LARGE))) {
            var text = new PDFTextStripper().getText(pdf);
            for (var must :
                    new String[] {
                        "RETURNED TO SERVICE",
                        "Copy 1",
                        "PSU-480-R3",
                        "Rev 3",
                        "K7Q0042",
                        "RL-KA-224F-H",
                        "RO-KA-223M-B",
                        "REPAIRED",
                        "2026-11-20",
                        "Ana",
                        "Kim",
                        "Lee",
                        "LEE-114",
                        "CS-PSU-7 v3",
                        "4.2.3",
                        "No limitation",
                        "Sample Depot",
                        "0123456789abcdef"
                    }) assertTrue(text.contains(must), must + " in " + text);
        }
    }

    @Test
    void an_exercise_never_reads_as_a_release() throws IOException {
        for (var size : LabelSize.values())
            try (var pdf = Loader.loadPDF(PdfLabel.of(label("K7Q0042", true), size))) {
                var text = new PDFTextStripper().getText(pdf);
                assertTrue(text.contains("NOT FOR SERVICE"), text);
                assertFalse(text.contains("RETURNED"), text);
            }
    }

    @Test
    void commands_in_a_serial_are_only_text_to_a_label_printer() {
        var zpl = ZplLabel.of(label("^XZ~JA_1\\5E", false), LabelSize.LARGE, 203);
        assertEquals(1, zpl.split("\\^XA", -1).length - 1);
        assertEquals(1, zpl.split("\\^XZ", -1).length - 1);
        assertFalse(zpl.contains("~"));
        assertTrue(zpl.contains("\\5EXZ\\7EJA\\5F1\\5C5E"), zpl);
        ZplPicture.of(zpl);
    }

    @Test
    void a_command_card_is_read_back_from_its_pixels() throws Exception {
        var cards = List.of(new CardSheet.Card("Receive", "Alt+R", "RT:RECEIVE-4"));
        try (var pdf = Loader.loadPDF(CardSheet.of("Rotable", cards))) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(0, 144);
            // The first card's code, with its quiet zone, in points from the page's corner.
            var code = page.getSubimage(2 * 34, 2 * 60, 2 * 74, 2 * 76);
            int w = code.getWidth();
            int h = code.getHeight();
            var pixels = new RGBLuminanceSource(w, h, code.getRGB(0, 0, w, h, null, 0, w));
            assertEquals("RT:RECEIVE-4", read(pixels, Map.of(DecodeHintType.TRY_HARDER, true)));
        }
    }
}
