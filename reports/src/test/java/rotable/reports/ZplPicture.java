// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Symbol;

/// Draws what a label printer would, dot by dot, for the commands that labels are made of. Any
/// other command is an error: whatever it were, nobody meant to send it.
final class ZplPicture {
    private static final Pattern COMMAND =
            Pattern.compile("\\^(XA|XZ|CI28|PW|LL|FO|A0N,|FH\\\\|FD|FS|BXN,)([^^]*)");

    /// A proportional, rather narrow face stands for the printer's font 0.
    private static final Font FACE = new Font(Font.SANS_SERIF, Font.BOLD, 10);

    private final List<Rectangle> taken = new ArrayList<>();
    private int width;
    private int height;
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    private int x;
    private int y;
    private int letter;
    private int narrow;
    private int module;
    private String data = "";
    private boolean hex;

    private ZplPicture() {}

    /// The label's dots.
    static BufferedImage of(String zpl) {
        var printer = new ZplPicture();
        var rest = new StringBuilder();
        var commands = COMMAND.matcher(zpl.replace("\n", ""));
        while (commands.find()) {
            commands.appendReplacement(rest, "");
            printer.obey(commands.group(1), commands.group(2));
        }
        commands.appendTail(rest);
        if (!rest.isEmpty()) throw new AssertionError("not understood: " + rest);
        return printer.image;
    }

    private void obey(String command, String value) {
        switch (command) {
            case "PW" -> width = Integer.parseInt(value);
            case "LL" -> begin(Integer.parseInt(value));
            case "FO" -> at(value.split(","));
            case "A0N," -> font(value.split(","));
            case "BXN," -> matrix(value.split(",", -1));
            case "FH\\" -> hex = true;
            case "FD" -> data = value;
            case "FS" -> end();
            default -> {
                if (!value.isEmpty()) throw new AssertionError(command + value);
            }
        }
    }

    private void begin(int length) {
        height = length;
        image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
    }

    private void at(String[] place) {
        x = Integer.parseInt(place[0]);
        y = Integer.parseInt(place[1]);
        letter = 0;
        module = 0;
        hex = false;
    }

    private void font(String[] size) {
        letter = Integer.parseInt(size[0]);
        narrow = size.length > 1 ? Integer.parseInt(size[1]) : letter;
    }

    private void matrix(String[] how) {
        module = Integer.parseInt(how[0]);
        if (!how[1].equals("200") || !how[5].equals("_")) throw new AssertionError("no ECC 200");
    }

    private void end() {
        var text = hex ? unescaped(data) : data;
        if (module > 0) code(text);
        else text(text);
    }

    private static String unescaped(String data) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < data.length(); i++)
            if (data.charAt(i) == '\\') {
                out.write(Integer.parseInt(data.substring(i + 1, i + 3), 16));
                i += 2;
            } else out.write(data.charAt(i));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void text(String text) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        graphics.setColor(Color.BLACK);
        // The face is as wide as font 0, whose letters are about half as wide as they are high.
        double wide = 0.86 * narrow / letter;
        graphics.setFont(FACE.deriveFont((float) letter * 0.95f));
        int length = (int) Math.ceil(graphics.getFontMetrics().stringWidth(text) * wide);
        graphics.translate(x, y + letter * 0.8);
        graphics.scale(wide, 1);
        graphics.drawString(text, 0, 0);
        graphics.dispose();
        take(new Rectangle(x, y, length, letter), text);
    }

    private void code(String text) {
        var gs1 = text.startsWith("_1");
        var plain = new StringBuilder();
        for (int i = gs1 ? 2 : 0; i < text.length(); i++) {
            if (text.charAt(i) != '_') plain.append(text.charAt(i));
            else plain.append(text.charAt(++i) == '1' ? '\u001D' : text.charAt(i));
        }
        var symbol = new DataMatrix();
        symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
        if (gs1) symbol.setDataType(Symbol.DataType.GS1);
        symbol.setContent(gs1 ? bracketed(plain.toString()) : plain.toString());
        for (var dot : symbol.getRectangles())
            for (int row = 0; row < dot.height; row++)
                for (int column = 0; column < dot.width; column++)
                    dot(x + ((int) dot.x + column) * module, y + ((int) dot.y + row) * module);
        take(new Rectangle(x, y, symbol.getWidth() * module, symbol.getHeight() * module), "code");
    }

    /// As the encoder wants elements to be told apart.
    private static String bracketed(String elements) {
        return Pattern.compile("(^01)(.{14})|(21|240|91|92)([^\u001D]*)(?:\u001D|$)")
                .matcher(elements)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        m.group(1) != null
                                                ? "[01]" + m.group(2)
                                                : "[" + m.group(3) + "]" + m.group(4)));
    }

    private void dot(int left, int top) {
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(left, top, module, module);
        graphics.dispose();
    }

    /// Nothing is printed over something else, or beside the label.
    private void take(Rectangle place, String what) {
        if (!new Rectangle(0, 0, width, height).contains(place))
            throw new AssertionError(what + " is beside the label: " + place);
        for (var other : taken)
            if (other.intersects(place)) throw new AssertionError(what + " is over something else");
        taken.add(place);
    }
}
