// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.iso15434;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rotable.gs1.Element;
import rotable.gs1.ElementString;
import rotable.label.Field;
import rotable.label.LabelError;
import rotable.label.Rules;
import rotable.label.Symbology;
import rotable.label.Unprintable;

/// Takes the message envelope of ISO/IEC 15434 apart: `[)>` RS, then messages, each a format
/// indicator, its fields with GS before each, and RS; at the end EOT. Formats 05 (GS1), 06 (data
/// identifiers), 12 and its forerunner DD (text elements) are read.
public final class Envelope {
    /// What each envelope begins with.
    public static final String HEAD = "[)>\u001E";

    private static final char GS = 0x1D;
    private static final char RS = 0x1E;
    private static final char EOT = 0x04;
    private static final Pattern IDENTIFIER = Pattern.compile("(\\d{0,3}[A-Z]).*", Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("([A-Z]{3}) (.*)", Pattern.DOTALL);

    private final String text;
    private final List<String> formats = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final List<LabelError> unread = new ArrayList<>();
    private final List<LabelError> errors = new ArrayList<>();

    private Envelope(String text) {
        this.text = text;
    }

    /// Takes an envelope apart. One whose trailer is missing is read too, as some makers print
    /// none.
    ///
    /// @param from where its head begins, in characters
    public static Message read(String text, int from) {
        if (!text.startsWith(HEAD, from)) return Message.wrong(Rules.broken("envelope-head", from));
        var envelope = new Envelope(text);
        int at = from + HEAD.length();
        while (at >= 0 && at < text.length()) at = envelope.message(at);
        if (envelope.fields.isEmpty()) envelope.errors.addAll(envelope.unread);
        if (envelope.fields.isEmpty() && envelope.errors.isEmpty())
            envelope.errors.add(Rules.broken("envelope-empty", text.length()));
        return new Message(
                envelope.formats,
                envelope.fields,
                envelope.elements,
                envelope.unread,
                envelope.errors);
    }

    /// Reads one message and says where the next begins; -1 after the last.
    private int message(int at) {
        if (text.charAt(at) == EOT) return afterEnd(at + 1);
        int end = text.indexOf(RS, at);
        if (end < 0) end = text.indexOf(EOT, at);
        if (end < 0) end = text.length();
        // Some printers end each message twice.
        if (end == at) return end + 1;
        if (end - at < 3 || text.charAt(at + 2) != GS) {
            errors.add(Rules.broken("envelope-format", at));
            return -1;
        }
        var format = text.substring(at, at + 2);
        formats.add(format);
        switch (format) {
            case "05" -> gs1(at + 3, end);
            case "06" -> fields(at + 3, end, IDENTIFIER, "data-identifier");
            case "12", "DD" -> fields(at + 3, end, ELEMENT, "text-element");
            default -> unread.add(Rules.broken("envelope-unread", at, format));
        }
        var done = end >= text.length() || text.charAt(end) == EOT;
        return done ? afterEnd(end + 1) : end + 1;
    }

    private int afterEnd(int at) {
        for (int i = at; i < text.length(); i++)
            if (text.charAt(i) >= ' ') {
                errors.add(Rules.broken("envelope-after", i));
                return -1;
            }
        return -1;
    }

    private void gs1(int from, int to) {
        var found = ElementString.parse(text.substring(0, to), from);
        elements.addAll(found.elements());
        errors.addAll(found.errors());
        for (var e : found.elements())
            fields.add(new Field(e.ai(), e.identifier().title(), e.value(), e.at()));
    }

    private void fields(int from, int to, Pattern form, String rule) {
        for (int at = from; at <= to; ) {
            int gs = text.indexOf(GS, at);
            int end = gs < 0 || gs > to ? to : gs;
            // Some makers put a separator after the last field too.
            if (end > at) field(text.substring(at, end), at, form, rule);
            at = end + 1;
        }
    }

    private void field(String field, int at, Pattern form, String rule) {
        var found = form.matcher(field);
        var data = found.matches() ? found.group(1) : "";
        if (data.isEmpty()) {
            errors.add(Rules.broken(rule, at, field));
            return;
        }
        var separated = form == ELEMENT ? found.group(2) : field.substring(data.length());
        int control = Unprintable.at(separated, 0);
        if (control >= 0)
            errors.add(
                    Rules.broken(
                            "control-character",
                            at + field.length() - separated.length() + control));
        var another = separated.contains("[)>") || separated.contains("://");
        if (another || Symbology.within(separated)) errors.add(Rules.broken("labels-joined", at));
        fields.add(new Field(data, Titles.of(data), separated.strip(), at));
    }
}
