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

/// Says what a damaged payload may have been. It only proposes: which proposals read as labels, the
/// reader finds out, and whether one of them is certain.
public final class Mender {
    /// The note of a proposal that nothing on the label proves: a person has to compare.
    public static final String CHECK = "check-label";

    private static final char GS = 0x1D;
    private static final String HEAD = "[)>\u001E";

    /// A scanner set up wrongly sends a label two or three times, hardly oftener.
    private static final int MOST_COPIES = 4;

    /// Ways in which control characters are written out, by those who replace them.
    private static final Pattern GS_WRITTEN =
            written("GS", "1[dD]|\\\\u001[dD]|~d029|\\^\\]|\u241D|\u2194");

    private static final Pattern RS_WRITTEN =
            written("RS", "1[eE]|\\\\u001[eE]|~d030|\\^\\^|\u241E|\u25B2");

    private static final Pattern EOT_WRITTEN =
            written("EOT", "04|\\\\u0004|~d004|\\^D$|\u2404|\u2666");

    /// A name in brackets of some kind, or the code in one of the ways in which codes are written.
    private static Pattern written(String name, String codes) {
        return Pattern.compile("[«<{\\[½]%s[»>}\\]W]|\\\\x%s".formatted(name, codes));
    }

    /// A damaged head: what is left of `[)>` RS before a format that is followed by a separator.
    private static final Pattern BENT_HEAD =
            Pattern.compile(
                    "^(?:>?\\[\\)>?|>\\[\\)>|\\)>)?([^0-9A-Za-z]{0,4}|[^0-9A-Za-z]RSW)(05|06|12|DD)(?=\\x1D)");

    private static final Pattern ENVELOPE =
            Pattern.compile(
                    "^\\[\\)>(.{0,6}?)(05|06|12|DD)([^0-9A-Za-z]{1,6}(?:GS[^0-9A-Za-z]{0,2})?)");

    /// Characters that data have too, so that not each of them was a separator.
    private static final Pattern COMMON = Pattern.compile("[ !-/:;=?@_]+");

    private static final Pattern BLANK_AROUND = Pattern.compile("^ +| +$");
    private static final Pattern BLANK_BETWEEN = Pattern.compile(" +(?=\\(\\d{2,4}\\))");
    private static final Pattern TWICE_MARKED = Pattern.compile("(\\][A-Za-z][0-9A-Za-z])\\1(.*)");
    private static final Pattern ITEM = Pattern.compile("\\(?01\\)?(\\d{14}).*", Pattern.DOTALL);
    private static final Pattern BARE_AIM = Pattern.compile("(?:C1|d2|Q3|e0)(01\\d{14}.*)");

    private Mender() {}

    /// Every way of putting this payload right that is known, without repetitions.
    public static List<Mended> proposals(String text) {
        var all = new ArrayList<Mended>();
        for (var whole : wholes(text)) {
            if (!whole.notes().isEmpty()) all.add(whole);
            spelled(whole, all);
        }
        all.addAll(capsLock(text));
        // A beginning that was read right says that the layout is right too.
        if (!begins(text)) typed(text, all);
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
        var text = BLANK_AROUND.matcher(from.text()).replaceAll("");
        if (text.isEmpty()) return from;
        int data = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        if (text.startsWith("(", data)) text = BLANK_BETWEEN.matcher(text).replaceAll("");
        return text.equals(from.text()) ? from : from.then(text, "blanks");
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
                                spelled(m, all);
                            });
    }

    /// What a text without a format was on each layout that may have typed it, each text once.
    public static List<Mended> decoded(String text) {
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
        var upper = text.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        var small = lower && !upper && (text.startsWith("[)>") || text.startsWith("+"));
        var address = lower && (text.startsWith("HTTP://") || text.startsWith("HTTPS://"));
        return (aim || small || address) && !swapped.equals(text)
                ? List.of(Mended.of(swapped, "caps-lock").unproved())
                : List.of();
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

    /// Control characters replaced, and heads bent.
    private static void spelled(Mended from, List<Mended> all) {
        var text = from.text();
        var plain = spelledOut(text);
        var now = plain.equals(text) ? from : from.then(plain, "separators-written");
        if (!now.equals(from)) all.add(now);
        foreign(now, all);
        head(now, all);
        envelope(now, all);
    }

    /// A text with the control characters that somebody wrote out.
    public static String spelledOut(String text) {
        var plain = RS_WRITTEN.matcher(text).replaceAll("\u001E");
        plain = GS_WRITTEN.matcher(plain).replaceAll("\u001D");
        return EOT_WRITTEN.matcher(plain).replaceAll("\u0004");
    }

    /// One character that GS1 data can't hold, in place of each separator. Where GS arrives, no
    /// other character stands for it.
    private static void foreign(Mended from, List<Mended> all) {
        var text = from.text();
        int data = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        if (text.indexOf(GS, data) >= 0) return;
        text.chars()
                .skip(data)
                .filter(c -> "#$@[\\]^`{|}~".indexOf(c) >= 0 || c > 0x7E || c < 0x20)
                .distinct()
                .mapToObj(c -> (char) c)
                .limit(3)
                .forEach(
                        c ->
                                all.add(
                                        from.then(
                                                text.substring(0, data)
                                                        + text.substring(data).replace(c, GS),
                                                "separator-replaced",
                                                c)));
    }

    private static void head(Mended from, List<Mended> all) {
        var text = from.text();
        int data = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        var body = text.substring(data);
        if (body.startsWith(HEAD)) return;
        var bent = BENT_HEAD.matcher(body);
        if (bent.find()) {
            var rest = bent.group(2) + body.substring(bent.end());
            all.add(from.then(text.substring(0, data) + HEAD + rest, "head-bent"));
        } else if (body.indexOf(GS) > 0 && body.matches("(?s)(\\d{0,2}[A-Z]|[A-Z]{3} ).*")) {
            var format = body.matches("(?s)[A-Z]{3} .*") ? "12" : "06";
            var whole = text.substring(0, data) + HEAD + format + GS + body;
            all.add(from.then(whole, "head-lost"));
        }
    }

    /// An envelope whose separators are other characters: what stands after the format is GS, what
    /// stands before it is RS.
    private static void envelope(Mended from, List<Mended> all) {
        var text = from.text();
        int data = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        var found = ENVELOPE.matcher(text.substring(data));
        if (!found.find() || found.group(3).startsWith("\u001D")) return;
        var rs = found.group(1);
        var gs = found.group(3);
        var body = text.substring(data + found.end()).replace(gs, "\u001D");
        if (!rs.isEmpty()) body = body.replace(rs, "\u001E");
        var whole = text.substring(0, data) + HEAD + found.group(2) + GS + body;
        var replaced = from.then(whole, "separator-replaced", gs);
        all.add(COMMON.matcher(gs).matches() ? replaced.unproved() : replaced);
    }
}
