// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/// Fills the templates that come with the program; no others are ever read.
final class Reports {
    private Reports() {}

    /// @param name a compiled template beside this class
    static JasperPrint fill(String name, Map<String, Object> values, JRDataSource rows)
            throws IOException {
        var file = name + ".jasper";
        try (var in = Objects.requireNonNull(Reports.class.getResourceAsStream(file), file)) {
            return JasperFillManager.fillReport(
                    (JasperReport) JRLoader.loadObject(in), values, rows);
        } catch (JRException e) {
            throw problem(name, e);
        }
    }

    static byte[] pdf(JasperPrint print) throws IOException {
        try {
            var out = new ByteArrayOutputStream();
            JasperExportManager.exportReportToPdfStream(print, out);
            return out.toByteArray();
        } catch (JRException e) {
            throw problem(print.getName(), e);
        }
    }

    /// The first page as PNG.
    ///
    /// @param zoom 1 is 72 dots per inch
    static byte[] png(JasperPrint print, float zoom) throws IOException {
        try {
            var image = (BufferedImage) JasperPrintManager.printPageToImage(print, 0, zoom);
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (JRException e) {
            throw problem(print.getName(), e);
        }
    }

    private static IOException problem(String name, JRException e) {
        return new IOException(name + ": " + e.getMessage(), e);
    }
}
