// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.nio.charset.StandardCharsets;
import rotable.bench.EndLabel;
import rotable.bench.Paper;
import rotable.bench.ServiceLabel;
import rotable.bench.TagLabel;

/// Labels in the language of label printers. All that comes from outside stands in field data, with
/// every byte other than letters, digits, blank, `-`, `.` and `/` in hex, so that nothing in a
/// serial can be a command.
public final class ZplLabel {
    private static final String FNC1 = "_1";

    /// The room of a line of a large label, in millimetres: from edge to edge, and beside the code.
    private static final double WHOLE = 96;

    private static final double BESIDE_CODE = 73;

    private ZplLabel() {}

    /// The label for a printer of 203 or 300 dots per inch.
    public static String of(Paper paper, LabelSize size, int dpi) {
        return switch (paper) {
            case ServiceLabel l -> size == LabelSize.LARGE ? large(l, dpi) : small(l, dpi);
            case EndLabel l -> size == LabelSize.LARGE ? large(l, dpi) : small(l, dpi);
            case TagLabel l -> tag(l, dpi);
        };
    }

    private static String large(EndLabel l, int dpi) {
        var z = new Page(LabelSize.LARGE, dpi);
        z.text(2, 2, 5, WHOLE, PdfLabel.status(l));
        z.text(2, 9, 3.2, BESIDE_CODE, l.part() + "  Rev " + l.revision());
        z.text(2, 13, 2.6, BESIDE_CODE, l.description());
        z.identity(2, 17, 5.5, BESIDE_CODE, l.serial());
        z.text(2, 24, 2.6, BESIDE_CODE, l.order() + "   ended " + l.date());
        z.text(2, 32.5, 2.6, WHOLE, "Reason: " + l.reason());
        z.text(2, 36, 2.6, WHOLE, "Authority: " + l.authority());
        z.text(2, 40, 2.6, WHOLE, l.hash());
        z.text(2, 44, 2.6, WHOLE, l.organisation());
        z.matrix(76, 10, 0.8, field(l.code()));
        return z.end();
    }

    private static String small(EndLabel l, int dpi) {
        var z = new Page(LabelSize.SMALL, dpi);
        z.text(1.5, 1.5, l.training() ? 2.0 : 2.4, 47, PdfLabel.status(l));
        z.text(1.5, 5, 2.2, 31, l.part());
        z.identity(1.5, 8.5, 3.4, 31, l.serial());
        z.text(1.5, 13.5, 2.2, 31, l.order());
        z.text(1.5, 17, 2.2, 31, l.date());
        z.text(1.5, 20.5, 2.2, 31, PdfLabel.NOT_FOR_SERVICE);
        z.matrix(35, 7, 0.5, field(l.code()));
        return z.end();
    }

    private static String large(ServiceLabel l, int dpi) {
        var z = new Page(LabelSize.LARGE, dpi);
        z.text(2, 2, 5, WHOLE, PdfLabel.status(l));
        z.text(2, 9, 3.2, BESIDE_CODE, l.part() + "  Rev " + l.revision());
        z.text(2, 13, 2.6, BESIDE_CODE, l.description());
        z.identity(2, 17, 5.5, BESIDE_CODE, l.serial());
        z.text(
                2,
                24,
                2.6,
                BESIDE_CODE,
                l.release() + "   " + (l.copy() > 1 ? "REPRINT " + (l.copy() - 1) : "Copy 1"));
        z.text(2, 28, 2.6, BESIDE_CODE, l.order() + "   " + l.term() + "   " + l.date());
        z.text(2, 32.5, 2.6, WHOLE, PdfLabel.people(l));
        z.text(
                2,
                36,
                2.6,
                WHOLE,
                l.criteria() + (l.software().isEmpty() ? "" : "   SW " + l.software()));
        var limitation = l.override().orElse("No limitation");
        z.text(2, 40, 2.6, WHOLE, limitation + "   " + l.hash());
        z.text(2, 44, 2.6, WHOLE, l.organisation() + "  " + l.approval());
        z.matrix(76, 10, 0.5, code(l));
        return z.end();
    }

    private static String small(ServiceLabel l, int dpi) {
        var z = new Page(LabelSize.SMALL, dpi);
        z.text(1.5, 1.5, l.training() ? 2.0 : 2.4, 47, PdfLabel.status(l));
        z.text(1.5, 5, 2.2, 31, l.part());
        z.identity(1.5, 8.5, 3.4, 31, l.serial());
        z.text(1.5, 13.5, 2.2, 31, l.release());
        z.text(1.5, 17, 2.2, 31, l.date());
        z.text(1.5, 20.5, 2.2, 31, l.mark());
        z.matrix(33, 6, 0.34, code(l));
        return z.end();
    }

    private static String tag(TagLabel tag, int dpi) {
        var z = new Page(LabelSize.SMALL, dpi);
        z.text(1.5, 1.5, 2.0, 47, PdfLabel.head(tag));
        z.text(1.5, 5, 2.2, 31, tag.part());
        z.identity(1.5, 8.5, 3.4, 31, tag.serial());
        z.identity(1.5, 14, 3.4, 31, tag.tag());
        z.text(1.5, 20.5, 2.2, 31, tag.organisation());
        z.matrix(36, 7, 0.5, field(tag.tag()));
        return z.end();
    }

    /// One label's commands, with places in millimetres.
    private static final class Page {
        /// Below that it is hard to read.
        private static final double NARROWEST = 0.55;

        private final StringBuilder out = new StringBuilder("^XA\n^CI28\n");
        private final double dots;

        Page(LabelSize size, int dpi) {
            dots = dpi / 25.4;
            out.append("^PW").append(at(size.width())).append("^LL").append(at(size.height()));
            out.append('\n');
        }

        private long at(double mm) {
            return Math.round(mm * dots);
        }

        /// About how wide it is in font 0, by the width that its letters are said to have.
        private static double width(String text) {
            return text.chars().mapToDouble(c -> "MWmw@%".indexOf(c) < 0 ? 0.6 : 0.95).sum();
        }

        /// Text of one line; what is too wide is printed narrower, and cut where that is not
        /// enough.
        ///
        /// @param wide the room it has
        void text(double x, double y, double height, double wide, String text) {
            if (text.isEmpty()) return;
            double narrow = Math.max(Math.min(height, wide / width(text)), height * NARROWEST);
            var fits = text;
            for (int cut = text.length(); width(fits) * narrow > wide; cut--)
                fits = text.substring(0, cut - 1) + "..";
            line(x, y, height, narrow, fits);
        }

        private void line(double x, double y, double height, double narrow, String text) {
            out.append("^FO").append(at(x)).append(',').append(at(y));
            out.append("^A0N,").append((int) (height * dots)).append(',');
            out.append((int) (narrow * dots));
            out.append("^FH\\^FD").append(field(text)).append("^FS\n");
        }

        /// A serial or a tag, which is never cut: in two lines where it is too wide for one.
        void identity(double x, double y, double height, double wide, String text) {
            if (width(text) * height * NARROWEST <= wide) {
                text(x, y, height, wide, text);
                return;
            }
            int half = (text.length() + 1) / 2;
            double low = height / 2;
            double narrow = Math.min(low, wide / width(text.substring(0, half)));
            line(x, y, low, narrow, text.substring(0, half));
            line(x, y + low, low, narrow, text.substring(half));
        }

        /// A DataMatrix, ECC 200, with modules of about that size.
        ///
        /// @param data field data, with `_` as the sign of a code
        void matrix(double x, double y, double module, String data) {
            out.append("^FO").append(at(x)).append(',').append(at(y));
            out.append("^BXN,").append(Math.max(2, at(module))).append(",200,,,,_");
            out.append("^FH\\^FD").append(data).append("^FS\n");
        }

        String end() {
            return out.append("^XZ\n").toString();
        }
    }

    /// What the label's code says, as a matrix's field data.
    private static String code(ServiceLabel label) {
        if (!label.isGs1()) return field(label.code().replace("_", "__"));
        var data = new StringBuilder(FNC1);
        for (var part : label.code().split("\u001D", -1)) {
            if (data.length() > FNC1.length()) data.append(FNC1);
            data.append(field(part.replace("_", "__")));
        }
        return data.toString();
    }

    /// Field data in which only harmless characters stand as they are.
    static String field(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if ((c < 0x80 && Character.isLetterOrDigit(c)) || " -./".indexOf(c) >= 0) out.append(c);
            else out.append("\\%02X".formatted((int) c));
        }
        return out.toString();
    }
}
