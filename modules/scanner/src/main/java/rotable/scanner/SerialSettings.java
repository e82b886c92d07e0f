// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scanner;

import java.util.regex.Pattern;

/// How a scanner's serial port is set, such as `/dev/ttyACM0,9600,8N1` or `COM3,115200,7E1,CRLF`.
///
/// @param port the port's path or name
/// @param baud bits a second
/// @param dataBits 7 or 8
/// @param parity `N`, `E`, `O`, `M` or `S`
/// @param stopBits 1 or 2
/// @param end what the scanner ends a message with
public record SerialSettings(
        String port, int baud, int dataBits, char parity, int stopBits, MessageEnd end) {
    private static final Pattern FORM =
            Pattern.compile(
                    "([^,]+)(?:,(\\d+))?(?:,([78])([NEOMS])([12]))?(?:,(ANY|CR|LF|CRLF|TAB|ETX|NONE))?");

    /// Reads settings; 9600, 8N1 and any end where they are not given.
    ///
    /// @throws IllegalArgumentException when the text has another form
    public static SerialSettings parse(String text) {
        var m = FORM.matcher(text);
        if (!m.matches())
            throw new IllegalArgumentException("not PORT[,BAUD][,8N1][,END]: " + text);
        var baud = m.group(2) == null ? 9600 : Integer.parseInt(m.group(2));
        var end = m.group(6) == null ? MessageEnd.ANY : MessageEnd.valueOf(m.group(6));
        if (m.group(3) == null) return new SerialSettings(m.group(1), baud, 8, 'N', 1, end);
        return new SerialSettings(
                m.group(1),
                baud,
                Integer.parseInt(m.group(3)),
                m.group(4).charAt(0),
                Integer.parseInt(m.group(5)),
                end);
    }
}
