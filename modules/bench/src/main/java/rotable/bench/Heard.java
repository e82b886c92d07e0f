// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Instant;
import java.util.List;
import rotable.bench.Answer.Outcome;
import rotable.scan.Frame;
import rotable.scan.Scan;

/// One line of the scan log: what a device sent, what it was taken for, how it went.
///
/// @param text as it was sent, control characters made visible; a badge's number is not shown
/// @param kind what it was taken for
/// @param notes what is wrong with the scanner, as sentences
public record Heard(
        Instant at, String device, String text, Kind kind, Outcome outcome, List<String> notes) {
    /// What a message can be taken for.
    public enum Kind {
        CARD,
        BADGE,
        ITEM,
        LABEL,
        EQUIPMENT,
        NUMBER,
        LOCATION,
        PART,
        TEXT,
        UNREADABLE,
        BOUNCE
    }

    private static final int LONGEST = 80;

    public Heard {
        notes = List.copyOf(notes);
    }

    static Heard of(Frame frame, Kind kind, Outcome outcome, List<String> notes) {
        var text = kind == Kind.BADGE ? "•••" : visible(frame.text());
        return new Heard(frame.at(), frame.device(), text, kind, outcome, notes);
    }

    /// C0 characters stand as the pictures that Unicode has for them.
    private static String visible(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            out.append(c < 0x20 ? (char) (0x2400 + c) : c);
        }
        return text.length() > LONGEST ? out.append('…').toString() : out.toString();
    }

    static Kind kind(Scan scan) {
        return switch (scan) {
            case Scan.Command s -> Kind.CARD;
            case Scan.Badge s -> Kind.BADGE;
            case Scan.Item s -> Kind.ITEM;
            case Scan.ServiceLabel s -> Kind.LABEL;
            case Scan.Asset s -> Kind.EQUIPMENT;
            case Scan.OwnNumber s -> Kind.NUMBER;
            case Scan.Location s -> Kind.LOCATION;
            case Scan.PartOnly s -> Kind.PART;
            case Scan.Plain s -> Kind.TEXT;
            case Scan.Unreadable s -> Kind.UNREADABLE;
        };
    }
}
