// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JasperPrint;
import rotable.bench.EndLabel;
import rotable.bench.Paper;
import rotable.bench.ServiceLabel;
import rotable.bench.TagLabel;

/// Labels as PDF, by the templates that come with the program.
public final class PdfLabel {
    static final String NOT_FOR_SERVICE = "NOT FOR SERVICE";

    private PdfLabel() {}

    /// The document's bytes.
    ///
    /// @throws IOException when it could not be made
    public static byte[] of(Paper paper, LabelSize size) throws IOException {
        return Reports.pdf(filled(paper, size));
    }

    /// A picture of the label, as PNG.
    ///
    /// @param zoom 1 is 72 dots per inch
    /// @throws IOException when it could not be made
    public static byte[] picture(Paper paper, LabelSize size, float zoom) throws IOException {
        return Reports.png(filled(paper, size), zoom);
    }

    private static JasperPrint filled(Paper paper, LabelSize size) throws IOException {
        var label = "label-" + size.name().toLowerCase(Locale.ROOT);
        var name = paper instanceof TagLabel ? "tag" : label;
        var values = values(paper);
        values.put("code", Matrix.of(paper));
        return Reports.fill(name, values, new JREmptyDataSource());
    }

    private static Map<String, Object> values(Paper paper) {
        return switch (paper) {
            case ServiceLabel l -> values(l);
            case EndLabel l -> values(l);
            case TagLabel l -> values(l);
        };
    }

    private static Map<String, Object> values(TagLabel tag) {
        var values = new HashMap<String, Object>();
        values.put("head", head(tag));
        values.put("part", tag.part() + "  " + tag.description());
        values.put("serial", tag.serial());
        values.put("tag", tag.tag());
        values.put("organisation", tag.organisation());
        return values;
    }

    /// What a tag is, in words; an exercise never reads as one.
    static String head(TagLabel tag) {
        return tag.training() ? "TRAINING – NOT FOR SERVICE" : "ONE OF TWO UNITS WITH THIS SERIAL";
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
        values.put("work", l.order() + "   " + l.term() + "   " + l.date());
        values.put("date", l.date());
        values.put("people", people(l));
        values.put("criteria", l.criteria() + software(l));
        values.put("limitation", l.override().orElse("No limitation"));
        values.put("mark", l.mark());
        values.put("hash", l.hash());
        return values;
    }

    /// The lines of a label of release, as far as there are any, for another end of an order.
    private static Map<String, Object> values(EndLabel l) {
        var values = new HashMap<String, Object>();
        values.put("status", status(l));
        values.put("copy", "");
        values.put("release", l.order());
        values.put("organisation", l.organisation());
        values.put("part", l.part() + "  Rev " + l.revision());
        values.put("description", l.description());
        values.put("serial", l.serial());
        values.put("work", "Order ended " + l.date());
        values.put("date", l.date());
        values.put("people", "Authority: " + l.authority());
        values.put("criteria", "Reason: " + l.reason());
        values.put("limitation", "");
        values.put("mark", NOT_FOR_SERVICE);
        values.put("hash", l.hash());
        return values;
    }

    /// The status in words; an exercise says that it is one.
    static String status(EndLabel l) {
        var status =
                switch (l.ending()) {
                    case UNREPAIRED -> "UNSERVICEABLE – RETURNED UNREPAIRED";
                    case SCRAPPED -> "SCRAPPED – " + NOT_FOR_SERVICE;
                    case BER -> "UNSERVICEABLE – BEYOND ECONOMIC REPAIR";
                    case EXCHANGED -> "UNSERVICEABLE – EXCHANGED";
                };
        return l.training() ? "TRAINING – " + status : status;
    }

    /// The status in words; an exercise never reads as one.
    static String status(ServiceLabel l) {
        return l.training() ? "TRAINING – " + NOT_FOR_SERVICE : "RETURNED TO SERVICE";
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
