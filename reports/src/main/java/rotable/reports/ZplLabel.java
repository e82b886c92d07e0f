// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.nio.charset.StandardCharsets;
import rotable.bench.ServiceLabel;
import rotable.bench.TagLabel;

/// A return-to-service label in the language of label printers. All that comes from outside stands
/// in field data, with every byte other than letters, digits, blank, `-`, `.` and `/` in hex, so
/// that nothing in a serial can be a command.
public final class ZplLabel {
    private static final String FNC1 = "_1";

    private ZplLabel() {}

    /// The label for a printer of 203 or 300 dots per inch.
    public static String of(ServiceLabel label, LabelSize size, int dpi) {
        return switch (size) {
            case LARGE -> large(label, dpi);
            case SMALL -> small(label, dpi);
        };
    }

    private static String large(ServiceLabel l, int dpi) {
        var z = new Page(LabelSize.LARGE, dpi);
        z.text(2, 2, 5, PdfLabel.status(l));
        z.text(2, 9, 3.2, l.part() + "  Rev " + l.revision());
        z.text(2, 13, 2.6, l.description());
        z.text(2, 17, 5.5, l.serial());
        z.text(
                2,
                24,
                2.6,
                l.release() + "   " + (l.copy() > 1 ? "REPRINT " + (l.copy() - 1) : "Copy 1"));
        z.text(2, 28, 2.6, l.order() + "   " + l.term() + "   " + l.date());
        z.text(2, 32, 2.6, PdfLabel.people(l));
        z.text(2, 36, 2.6, l.criteria() + (l.software().isEmpty() ? "" : "   SW " + l.software()));
        z.text(2, 40, 2.6, l.override().map(o -> "Override " + o).orElse("No limitation"));
        z.text(2, 44, 2.6, l.organisation() + "  " + l.approval());
        z.matrix(76, 10, 0.5, gs1(l));
        return z.end();
    }

    private static String small(ServiceLabel l, int dpi) {
        var z = new Page(LabelSize.SMALL, dpi);
        z.text(1.5, 1.5, l.training() ? 2.0 : 2.4, PdfLabel.status(l));
        z.text(1.5, 5, 2.2, l.part());
        z.text(1.5, 8.5, 3.4, l.serial());
        z.text(1.5, 13.5, 2.2, l.release());
        z.text(1.5, 17, 2.2, l.date());
        z.text(1.5, 20.5, 2.2, l.override().isPresent() ? "OVERRIDE" : "");
        z.matrix(33, 6, 0.34, gs1(l));
        return z.end();
    }

    /// A tag of 50 × 25 mm, for a printer of 203 or 300 dots per inch.
    public static String of(TagLabel tag, int dpi) {
        var z = new Page(LabelSize.SMALL, dpi);
        z.text(1.5, 1.5, 2.0, PdfLabel.head(tag));
        z.text(1.5, 5, 2.2, tag.part());
        z.text(1.5, 8.5, 3.4, tag.serial());
        z.text(1.5, 14, 3.4, tag.tag());
        z.text(1.5, 20.5, 2.2, tag.organisation());
        z.matrix(36, 7, 0.5, field(tag.tag()));
        return z.end();
    }

    /// One label's commands, with places in millimetres.
    private static final class Page {
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

        void text(double x, double y, double height, String text) {
            if (text.isEmpty()) return;
            out.append("^FO").append(at(x)).append(',').append(at(y));
            out.append("^A0N,").append(at(height)).append("^FH\\^FD").append(field(text));
            out.append("^FS\n");
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

    /// The label's GS1 elements as a matrix's field data.
    private static String gs1(ServiceLabel label) {
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
