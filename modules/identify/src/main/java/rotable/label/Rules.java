// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The rules that payloads break, by code: a sentence and the standard's clause for each, from
/// `rules.properties`.
public final class Rules {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("rotable.label.rules", Locale.ROOT);

    private Rules() {}

    /// The error of breaking a rule.
    ///
    /// @param code a rule of the bundle
    /// @param at where, in characters; -1 for the whole
    /// @param arguments what the sentence names, in order
    /// @throws java.util.MissingResourceException when there is no such rule
    public static LabelError broken(String code, int at, Object... arguments) {
        var text = new MessageFormat(BUNDLE.getString(code), Locale.ROOT).format(safe(arguments));
        return new LabelError(code, at, text, BUNDLE.getString(code + ".source"));
    }

    /// Arguments come from labels: control characters are shown as their pictures, and nothing is
    /// longer than a line.
    private static Object[] safe(Object... arguments) {
        var shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) shown[i] = visible(arguments[i].toString());
        return shown;
    }

    /// Text with each control character as its picture, at most 60 long.
    private static String visible(String text) {
        return shown(text.length() > 60 ? text.substring(0, 59) + '…' : text);
    }

    /// Text with each control character as its picture (U+2400 and following).
    public static String shown(String text) {
        var shown = new StringBuilder();
        text.chars()
                .forEach(
                        c -> shown.append((char) (c < 0x20 ? 0x2400 + c : c == 0x7F ? 0x2421 : c)));
        return shown.toString();
    }
}
