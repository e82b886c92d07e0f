// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.util.List;
import java.util.regex.Pattern;
import rotable.label.Symbology;

/// Puts separators and heads right that were written out, replaced or bent on the way.
public final class Separators {
    private static final char GS = 0x1D;

    /// Characters that scanners put in place of separators, and that makers put in no serial.
    private static final String SEPARATES = "|~^\u00BD\u2665\u2666\u2194\u25B2\u241D";

    private static final String HEAD = "[)>\u001E";

    /// Ways in which control characters are written out, by those who replace them.
    private static final Pattern GS_WRITTEN =
            written("GS", "1[dD]|\\\\u001[dD]|~d029|\\^\\]|\u241D|\u2194");

    private static final Pattern RS_WRITTEN =
            written("RS", "1[eE]|\\\\u001[eE]|~d030|\\^\\^|\u241E|\u25B2");

    private static final Pattern EOT_WRITTEN =
            written("EOT", "04|\\\\u0004|~d004|\\^D$|\u2404|\u2666");

    /// What each of these ways begins with, beside characters of no US keyboard.
    private static final String WRITES = "<{[\\~^";

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

    private Separators() {}

    /// Control characters replaced, and heads bent.
    static void mend(Mended from, List<Mended> all) {
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
        if (text.chars().noneMatch(c -> c > '~' || WRITES.indexOf(c) >= 0)) return text;
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
                .map(
                        c -> {
                            var replaced = text.substring(data).replace(c, GS);
                            var mended =
                                    from.then(
                                            text.substring(0, data) + replaced,
                                            "separator-replaced",
                                            c);
                            return SEPARATES.indexOf(c) >= 0 || c < ' '
                                    ? mended
                                    : mended.unproved();
                        })
                .forEach(all::add);
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
