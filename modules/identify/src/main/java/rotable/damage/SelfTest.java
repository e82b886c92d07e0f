// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.label.Note;
import rotable.label.Symbology;

/// A scanner's self-test: a known symbol is scanned, and what arrives tells what the scanner and
/// the keyboard make of labels.
public final class SelfTest {
    private static final char GS = 0x1D;
    private static final char RS = 0x1E;
    private static final char EOT = 0x04;
    private static final String PRINTABLE = "RT-TEST AZQWYMIazqwymi 0123456789 -_/:;+*()=?&\"@#'12";

    /// What the symbol of the test holds, a Data Matrix.
    public static final String SYMBOL = PRINTABLE.replace("12", GS + "1" + RS + "2" + EOT);

    private static final String AIM = "]d1";

    private SelfTest() {}

    /// What the keyboard makes of the scanner, and whether an AIM identifier comes with it.
    private record Match(String layout, boolean aim) {}

    /// What is wrong with the scanner; empty when it delivers the symbol whole.
    ///
    /// @param received what arrived, without the terminator
    /// @param terminated whether a terminator ended it
    public static List<Note> diagnose(String received, boolean terminated) {
        var notes = new LinkedHashSet<Note>();
        var text = once(received, notes);
        var spelled = Separators.spelledOut(text);
        if (!spelled.equals(text)) notes.add(Note.of("separators-written"));
        var matches = matches(spelled);
        if (matches.isEmpty()) notes.add(unknown(spelled));
        else matched(matches, spelled, notes);
        if (!terminated) notes.add(Note.of("test-no-suffix"));
        return List.copyOf(notes);
    }

    private static String once(String received, Set<Note> notes) {
        int half = received.length() / 2;
        var twice = half > 0 && received.equals(received.substring(0, half).repeat(2));
        if (!twice) return received;
        notes.add(Note.of("sent-twice"));
        return received.substring(0, half);
    }

    private static void matched(List<Match> matches, String text, Set<Note> notes) {
        var layouts = matches.stream().map(Match::layout).filter(l -> !l.isEmpty()).toList();
        if (layouts.size() == matches.size())
            notes.add(Note.of("typed-on-layout", String.join(" / ", layouts)));
        if (!matches.getFirst().aim()) notes.add(Note.of("test-no-aim"));
        var lost = new ArrayList<String>();
        if (text.indexOf(GS) < 0) lost.add("GS");
        if (text.indexOf(RS) < 0) lost.add("RS");
        if (text.indexOf(EOT) < 0) lost.add("EOT");
        // No keyboard layout that was tried delivers EOT, and no label needs it.
        if (!lost.isEmpty() && !lost.equals(List.of("EOT")))
            notes.add(Note.of("test-separators-lost", String.join(", ", lost)));
    }

    private static List<Match> matches(String text) {
        var printable = text.replaceAll("[\\x00-\\x1F]", "");
        var found = new ArrayList<Match>();
        as("", Optional.empty(), printable).ifPresent(found::add);
        if (!found.isEmpty()) return found;
        for (var layout : KeyboardLayout.all())
            as(layout.name(), Optional.of(layout), printable).ifPresent(found::add);
        return found;
    }

    private static Optional<Match> as(
            String name, Optional<KeyboardLayout> layout, String printable) {
        var bare = layout.map(l -> l.type(PRINTABLE)).orElse(PRINTABLE);
        var whole = layout.map(l -> l.type(AIM + PRINTABLE)).orElse(AIM + PRINTABLE);
        if (printable.equals(whole)) return Optional.of(new Match(name, true));
        return printable.equals(bare) ? Optional.of(new Match(name, false)) : Optional.empty();
    }

    private static Note unknown(String text) {
        var swapped = new StringBuilder();
        text.chars()
                .forEach(
                        c ->
                                swapped.append(
                                        (char)
                                                (Character.isUpperCase(c)
                                                        ? Character.toLowerCase(c)
                                                        : Character.toUpperCase(c))));
        if (!matches(swapped.toString()).isEmpty()) return Note.of("test-caps-lock");
        int from = Symbology.of(text).isPresent() ? AIM.length() : 0;
        int at = 0;
        while (from + at < text.length()
                && at < SYMBOL.length()
                && text.charAt(from + at) == SYMBOL.charAt(at)) at++;
        return Note.of("test-differs", at + 1, text.substring(Math.min(from + at, text.length())));
    }
}
