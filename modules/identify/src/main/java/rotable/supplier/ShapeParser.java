// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the shape of a pattern. It knows what patterns of serials are made of: characters,
/// classes, groups, alternatives and repeats. Of a pattern with anything else it finds none.
final class ShapeParser {
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,4})(?:(,)(\\d{1,4})?)?\\}");
    private static final Pattern GROUP =
            Pattern.compile("\\((?:\\?:|\\?P?<[A-Za-z][A-Za-z0-9]*>)?");

    private final String pattern;
    private int at;

    private ShapeParser(String pattern) {
        this.pattern = pattern;
    }

    /// A construct that the shape does not know.
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown() {
            super(null, null, false, false);
        }
    }

    /// @return absent when the pattern has something that is not known here
    static Optional<Shape> parse(String pattern) {
        var parser = new ShapeParser(pattern);
        try {
            var shape = parser.alternatives();
            return parser.at == pattern.length() ? Optional.of(shape) : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    private Shape alternatives() {
        var shape = sequence();
        while (next('|')) shape = shape.or(sequence());
        return shape;
    }

    private Shape sequence() {
        var shape = Shape.EMPTY;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')')
            shape = shape.then(repeated(atom()));
        return shape;
    }

    private boolean next(char c) {
        if (at >= pattern.length() || pattern.charAt(at) != c) return false;
        at++;
        return true;
    }

    private Shape repeated(Shape atom) {
        if (at >= pattern.length()) return atom;
        var shape = atom;
        switch (pattern.charAt(at)) {
            case '*' -> shape = atom.repeated(0, Shape.ENDLESS);
            case '+' -> shape = atom.repeated(1, Shape.ENDLESS);
            case '?' -> shape = atom.repeated(0, 1);
            case '{' -> {
                return counted(atom);
            }
            default -> {
                return atom;
            }
        }
        at++;
        next('?');
        return shape;
    }

    private Shape counted(Shape atom) {
        var found = COUNTED.matcher(pattern).region(at, pattern.length());
        if (!found.lookingAt()) throw new Unknown();
        at = found.end();
        next('?');
        int min = Integer.parseInt(found.group(1));
        if (found.group(2) == null) return atom.repeated(min, min);
        return atom.repeated(
                min, found.group(3) == null ? Shape.ENDLESS : Integer.parseInt(found.group(3)));
    }

    private Shape atom() {
        char c = pattern.charAt(at);
        if (c == '(') return group();
        if (c == '[') return Shape.of(set());
        at++;
        return switch (c) {
            case '.' -> Shape.of(Characters.ANY);
            case '^', '$' -> Shape.EMPTY;
            case '\\' -> Shape.of(escaped());
            case '*', '+', '?', '{' -> throw new Unknown();
            default -> Shape.of(Characters.of(c));
        };
    }

    private Shape group() {
        var found = GROUP.matcher(pattern).region(at, pattern.length());
        if (!found.lookingAt() || pattern.startsWith("?", found.end())) throw new Unknown();
        at = found.end();
        var shape = alternatives();
        if (!next(')')) throw new Unknown();
        return shape;
    }

    private Characters escaped() {
        if (at >= pattern.length()) throw new Unknown();
        char c = pattern.charAt(at++);
        var digits = Characters.where(x -> x >= '0' && x <= '9');
        var words = Characters.where(x -> x == '_' || Character.isLetterOrDigit(x));
        var blanks = Characters.where(x -> x == ' ' || (x >= 9 && x <= 13));
        return switch (c) {
            case 'd' -> digits;
            case 'D' -> digits.not();
            case 'w' -> words;
            case 'W' -> words.not();
            case 's' -> blanks;
            case 'S' -> blanks.not();
            default -> {
                if (Character.isLetterOrDigit(c)) throw new Unknown();
                yield Characters.of(c);
            }
        };
    }

    private Characters set() {
        at++;
        var not = next('^');
        var set = Characters.NONE;
        var first = true;
        while (first || !pattern.startsWith("]", at)) {
            if (at >= pattern.length() || pattern.startsWith("[:", at)) throw new Unknown();
            set = set.or(member());
            first = false;
        }
        at++;
        return not ? set.not() : set;
    }

    private Characters member() {
        char from = pattern.charAt(at++);
        if (from == '\\') {
            var escaped = escaped();
            var range = pattern.startsWith("-", at) && !pattern.startsWith("-]", at);
            if (range) throw new Unknown();
            return escaped;
        }
        var range =
                pattern.startsWith("-", at)
                        && at + 1 < pattern.length()
                        && pattern.charAt(at + 1) != ']';
        if (!range) return Characters.of(from);
        char to = pattern.charAt(at + 1);
        if (to == '\\') throw new Unknown();
        at += 2;
        var within = Characters.where(x -> x >= from && x <= to);
        return to > 127 ? within.or(Characters.of(to)) : within;
    }
}
