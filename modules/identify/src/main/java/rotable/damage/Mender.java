// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import rotable.gs1.DigitalLink;
import rotable.gs1.Linter;
import rotable.hibc.SupplierLabel;
import rotable.label.Symbology;
import rotable.label.Unprintable;

/// Says what a damaged payload may have been. It only proposes: which proposals read as labels, the
/// reader finds out, and whether one of them is certain.
public final class Mender {
    /// The note of a proposal that nothing on the label proves: a person has to compare.
    public static final String CHECK = "check-label";

    /// A scanner set up wrongly sends a label two or three times, hardly oftener.
    private static final int MOST_COPIES = 4;

    private static final Pattern TWICE_MARKED = Pattern.compile("(\\][A-Za-z][0-9A-Za-z])\\1(.*)");
    private static final Pattern ITEM = Pattern.compile("\\(?01\\)?(\\d{14}).*", Pattern.DOTALL);
    private static final Pattern BARE_AIM = Pattern.compile("(?:C1|d2|Q3|e0)(01\\d{14}.*)");

    private Mender() {}

    /// Every way of putting this payload right that is known, without repetitions.
    public static List<Mended> proposals(String text) {
        var all = new ArrayList<Mended>();
        for (var whole : wholes(text)) {
            if (!whole.notes().isEmpty()) all.add(whole);
            Separators.mend(whole, all);
        }
        all.addAll(capsLock(text));
        // A beginning that was read right says that the layout is right too, unless characters
        // arrived that no US keyboard has.
        var certain = begins(text) || tells(text);
        if (!certain || !Unprintable.plainAscii(text)) typed(text, all);
        Set<String> seen = new LinkedHashSet<>();
        return all.stream().filter(m -> !m.text().equals(text) && seen.add(key(m))).toList();
    }

    private static String key(Mended m) {
        return m.text() + m.notes();
    }

    /// The payload itself, and what it is a copy of.
    private static List<Mended> wholes(String text) {
        var all = new ArrayList<Mended>();
        var whole = unblanked(new Mended(text, List.of()));
        var twice = TWICE_MARKED.matcher(whole.text());
        if (twice.matches() && Symbology.of(whole.text()).isPresent())
            whole = whole.then(twice.group(1) + twice.group(2), "aim-bent");
        all.add(whole);
        for (int copies = 2; copies <= MOST_COPIES; copies++)
            repeated(whole.text(), copies)
                    .map(once -> Mended.of(once, "sent-twice"))
                    .ifPresent(all::add);
        var bare = BARE_AIM.matcher(whole.text());
        if (bare.matches() && item(bare.group(1)))
            all.add(whole.then("]" + whole.text(), "aim-bent").unproved());
        return all;
    }

    private static Mended unblanked(Mended from) {
        int start = 0;
        int end = from.text().length();
        while (start < end && from.text().charAt(start) == ' ') start++;
        while (end > start && from.text().charAt(end - 1) == ' ') end--;
        if (end == start) return from;
        var text = from.text().substring(start, end);
        int data = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        if (text.startsWith("(", data)) text = withoutBlanksAtBrackets(text);
        return text.equals(from.text()) ? from : from.then(text, "blanks");
    }

    /// Blanks after a bracket that closes and before one that opens.
    private static String withoutBlanksAtBrackets(String text) {
        var out = new StringBuilder();
        int blanks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                blanks++;
                continue;
            }
            var close = !out.isEmpty() && out.charAt(out.length() - 1) == ')';
            if (c != '(' && !close) out.append(" ".repeat(blanks));
            blanks = 0;
            out.append(c);
        }
        return out.toString();
    }

    /// What the text is that many copies of.
    private static Optional<String> repeated(String text, int copies) {
        int length = text.length() / copies;
        if (text.length() < 8 || text.length() % copies != 0) return Optional.empty();
        var once = text.substring(0, length);
        return once.repeat(copies).equals(text) ? Optional.of(once) : Optional.empty();
    }

    private static void typed(String text, List<Mended> all) {
        for (var layout : KeyboardLayout.all())
            layout.read(text)
                    .filter(t -> !t.equals(text) && (begins(t) || tells(t)))
                    .map(t -> Mended.of(t, "typed-on-layout", layout.name()))
                    .map(m -> begins(m.text()) ? m : m.unproved())
                    .ifPresent(
                            m -> {
                                all.add(m);
                                Separators.mend(m, all);
                            });
    }

    /// What a text without a format was on each layout that may have typed it, each text once. Only
    /// characters that no US keyboard has make that worth asking.
    public static List<Mended> decoded(String text) {
        if (Unprintable.plainAscii(text)) return List.of();
        Set<String> seen = new LinkedHashSet<>();
        return KeyboardLayout.all().stream()
                .flatMap(
                        l ->
                                l.read(text).stream()
                                        .filter(t -> !t.equals(text) && seen.add(t))
                                        .map(t -> Mended.of(t, "typed-on-layout", l.name())))
                .map(Mended::unproved)
                .toList();
    }

    /// The payload with upper and lower case exchanged, where its beginning or its lower case says
    /// that Caps Lock was on.
    public static List<Mended> capsLock(String text) {
        var swapped = swapped(text);
        var aim = text.startsWith("]") && Symbology.of(swapped).isPresent();
        var lower = text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        var small = small(text) && (text.startsWith("[)>") || text.startsWith("+"));
        var address = lower && (text.startsWith("HTTP://") || text.startsWith("HTTPS://"));
        return (aim || small || address) && !swapped.equals(text)
                ? List.of(Mended.of(swapped, "caps-lock").unproved())
                : List.of();
    }

    /// Whether its letters are all in lower case.
    private static boolean small(String text) {
        return text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && text.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static String swapped(String text) {
        var swapped = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
                swapped.setCharAt(i, (char) (c ^ 0x20));
        }
        return swapped.toString();
    }

    /// Whether a text without a format shows signs of damage: characters that no label of a unit
    /// has, separators written out, or a first character that only a bracket typed on another
    /// layout explains.
    public static boolean suspect(String text) {
        if (text.isEmpty() || text.startsWith(">[")) return true;
        int from = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        if (text.substring(from).chars().anyMatch(c -> c < ' ' || c > '~')) return true;
        if (text.indexOf("GS") > from || text.contains("\\x") || text.contains("^]")) return true;
        if (repeated(text, 2).filter(Mender::tells).isPresent()) return true;
        if (from > 0 && !capsLock(text).isEmpty() && small(text.substring(from))) return true;
        char first = text.charAt(0);
        var strange = first < 0x80 && !Character.isLetterOrDigit(first);
        return from == 0 && (strange || text.startsWith("~d0") || BARE_AIM.matcher(text).matches());
    }

    /// Whether a text begins as only scanners begin: with an AIM identifier or an envelope.
    private static boolean begins(String text) {
        return Symbology.of(text).isPresent() || text.startsWith("[)>");
    }

    /// Whether a text without an AIM identifier tells its format, by an address or a check digit.
    private static boolean tells(String text) {
        return item(text)
                || (DigitalLink.address(text) && DigitalLink.meant(text))
                || (SupplierLabel.looksLike(text)
                        && SupplierLabel.read(text, 0).errors().isEmpty());
    }

    private static boolean item(String text) {
        var number = ITEM.matcher(text);
        return number.matches() && Linter.CSUM.firstWrong(number.group(1)) < 0;
    }
}
