// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a computer with this layout makes of the keys that a scanner presses for a US one.
public final class KeyboardLayout {
    private static final List<KeyboardLayout> ALL = read();
    private static final char FIRST = '!';

    /// Accents as they stand on keys, and as they are put on letters.
    private static final String ACCENTS = "`\u00B4^~\u00A8\u02C7";

    private static final String COMBINING = "\u0300\u0301\u0302\u0303\u0308\u030C";

    private final String name;
    private final String typed;
    private final Map<Character, Character> meant = new HashMap<>();

    private KeyboardLayout(String name, String typed) {
        this.name = name;
        this.typed = typed;
        for (int i = 0; i < typed.length(); i++) {
            var before = meant.put(typed.charAt(i), (char) (FIRST + i));
            // Two keys that type the same: which one was meant, nobody can tell.
            if (before != null) meant.put(typed.charAt(i), '\0');
        }
    }

    /// Every layout that is known but the US one.
    public static List<KeyboardLayout> all() {
        return ALL;
    }

    /// The layout's name in English, such as `French`.
    public String name() {
        return name;
    }

    /// What the computer shows when a scanner types this text.
    public String type(String text) {
        var shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(c >= FIRST && c <= '~' ? typed.charAt(c - FIRST) : c);
        }
        return shown.toString();
    }

    /// What the scanner read, when the computer showed this; absent when this layout can't show it.
    public Optional<String> read(String shown) {
        var text = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            // Some computers put a NUL before the accent of a dead key.
            if (c == 0) continue;
            char key = key(c);
            if (key != 0) text.append(key);
            else if (!composed(c, text)) return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    private char key(char shown) {
        return shown <= ' ' ? shown : meant.getOrDefault(shown, '\0');
    }

    /// A dead key and the letter after it make one character, where the letter can bear the accent.
    private boolean composed(char shown, StringBuilder text) {
        var parts = Normalizer.normalize(Character.toString(shown), Normalizer.Form.NFD);
        int accent = parts.length() == 2 ? COMBINING.indexOf(parts.charAt(1)) : -1;
        if (accent < 0) return false;
        char dead = key(ACCENTS.charAt(accent));
        char letter = key(parts.charAt(0));
        if (dead == 0 || letter == 0) return false;
        text.append(dead).append(letter);
        return true;
    }

    private static List<KeyboardLayout> read() {
        try (var in = KeyboardLayout.class.getResourceAsStream("keyboard-layouts.txt")) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(l -> l.contains("\t") && !l.startsWith("US\t"))
                    .map(l -> l.split("\t"))
                    .map(l -> new KeyboardLayout(l[0], l[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
