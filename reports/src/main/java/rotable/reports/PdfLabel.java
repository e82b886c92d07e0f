// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JasperPrint;
import rotable.bench.ServiceLabel;
import rotable.bench.TagLabel;

/// A return-to-service label as PDF, by the templates that come with the program.
public final class PdfLabel {
    private PdfLabel() {}

    /// The document's bytes.
    ///
    /// @throws IOException when it could not be made
    public static byte[] of(ServiceLabel label, LabelSize size) throws IOException {
        return Reports.pdf(filled(label, size));
    }

    /// The tag's bytes.
    ///
    /// @throws IOException when it could not be made
    public static byte[] of(TagLabel tag) throws IOException {
        var values = new HashMap<String, Object>();
        values.put("head", head(tag));
        values.put("part", tag.part() + "  " + tag.description());
        values.put("serial", tag.serial());
        values.put("tag", tag.tag());
        values.put("organisation", tag.organisation());
        values.put("code", Matrix.of(tag.tag()));
        return Reports.pdf(Reports.fill("tag", values, new JREmptyDataSource()));
    }

    /// What a tag is, in words; an exercise never reads as one.
    static String head(TagLabel tag) {
        return tag.training() ? "TRAINING – NO TAG" : "ONE OF TWO UNITS WITH THIS SERIAL";
    }

    /// A picture of the label, as PNG.
    ///
    /// @param zoom 1 is 72 dots per inch
    /// @throws IOException when it could not be made
    public static byte[] picture(ServiceLabel label, LabelSize size, float zoom)
            throws IOException {
        return Reports.png(filled(label, size), zoom);
    }

    private static JasperPrint filled(ServiceLabel label, LabelSize size) throws IOException {
        var name = "label-" + size.name().toLowerCase(Locale.ROOT);
        return Reports.fill(name, values(label), new JREmptyDataSource());
    }

    private static Map<String, Object> values(ServiceLabel l) {
        var values = new HashMap<String, Object>();
        values.put("status", status(l));
        values.put("copy", l.copy() > 1 ? "REPRINT " + (l.copy() - 1) : "Copy 1");
        values.put("release", l.release());
        values.put("organisation", l.organisation() + "  " + l.approval());
        values.put("part", l.part() + "  Rev " + l.revision());
        values.put("description", l.description());
        values.put("serial", l.serial());
        values.put("order", l.order());
        values.put("term", l.term());
        values.put("date", l.date());
        values.put("people", people(l));
        values.put("criteria", l.criteria() + software(l));
        values.put("limitation", l.override().map(o -> "Override: " + o).orElse("No limitation"));
        values.put("mark", l.override().isPresent() ? "OVERRIDE" : "");
        values.put("hash", l.hash());
        values.put("code", Matrix.of(l));
        return values;
    }

    /// The status in words; an exercise never reads as one.
    static String status(ServiceLabel l) {
        return l.training() ? "TRAINING – NOT FOR SERVICE" : "RETURNED TO SERVICE";
    }

    static String people(ServiceLabel l) {
        var inspector = l.inspector().isEmpty() ? "" : "  Insp. " + l.inspector();
        return "Tech. "
                + l.technician()
                + inspector
                + "  Rel. "
                + l.releaser()
                + " "
                + l.authorisation();
    }

    private static String software(ServiceLabel l) {
        return l.software().isEmpty() ? "" : "  Software " + l.software();
    }
}
