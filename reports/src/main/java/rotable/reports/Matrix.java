// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.awt.Color;
import java.awt.image.BufferedImage;
import rotable.bench.Paper;
import rotable.bench.ServiceLabel;
import rotable.identity.UnitId;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.output.Java2DRenderer;

/// The label's 2D code: a DataMatrix, of GS1 where the identity fits that.
final class Matrix {
    private static final int DOTS_PER_MODULE = 8;

    private Matrix() {}

    /// The code as a picture, black on white, without a quiet zone.
    static BufferedImage of(Paper paper) {
        if (!(paper instanceof ServiceLabel label) || !label.isGs1()) return of(paper.code());
        var symbol = new DataMatrix();
        symbol.setDataType(Symbol.DataType.GS1);
        symbol.setContent(bracketed(label));
        return drawn(symbol);
    }

    /// A plain text's code, drawn likewise.
    static BufferedImage of(String text) {
        var symbol = new DataMatrix();
        symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
        symbol.setContent(text);
        return drawn(symbol);
    }

    private static BufferedImage drawn(DataMatrix symbol) {
        int width = symbol.getWidth() * DOTS_PER_MODULE;
        int height = symbol.getHeight() * DOTS_PER_MODULE;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        new Java2DRenderer(
                        graphics,
                        DOTS_PER_MODULE,
                        uk.org.okapibarcode.graphics.Color.WHITE,
                        uk.org.okapibarcode.graphics.Color.BLACK)
                .render(symbol);
        graphics.dispose();
        return image;
    }

    private static String bracketed(ServiceLabel label) {
        var trade =
                label.gtin().isEmpty()
                        ? ""
                        : "[01]" + "0".repeat(14 - label.gtin().length()) + label.gtin();
        return trade
                + "[21]"
                + UnitId.nameplate(label.serial())
                + "[240]"
                + label.part()
                + "[91]"
                + label.release()
                + "[92]"
                + label.hash();
    }
}
