// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds, among thousands of patterns, the few that a text can fit at all: by its length, and by
/// the characters at its first and last places. One bit a pattern, so that looking costs nearly the
/// same for five patterns and for five thousand.
final class PatternIndex {
    /// Longer texts are no serials.
    static final int LONGEST = 120;

    private final BitSet[] byLength = new BitSet[LONGEST + 1];
    private final List<BitSet[]> front = new ArrayList<>();
    private final List<BitSet[]> back = new ArrayList<>();

    /// @param shapes one for each pattern, in order
    PatternIndex(List<Shape> shapes) {
        for (int i = 0; i <= LONGEST; i++) byLength[i] = new BitSet(shapes.size());
        for (int n = 0; n < shapes.size(); n++)
            for (int i = shapes.get(n).least(); i <= Math.min(LONGEST, shapes.get(n).most()); i++)
                byLength[i].set(n);
        for (int place = 0; place < Shape.PLACES; place++) {
            front.add(place(shapes.stream().map(Shape::front).toList(), place));
            back.add(place(shapes.stream().map(Shape::back).toList(), place));
        }
    }

    /// By character, the patterns that allow it at that place; one more for all other characters.
    private static BitSet[] place(List<List<Characters>> patterns, int place) {
        var open = new BitSet(patterns.size());
        var bound = new BitSet(patterns.size());
        for (int n = 0; n < patterns.size(); n++)
            (place < patterns.get(n).size() ? bound : open).set(n);
        var allowed = new BitSet[129];
        for (int c = 0; c <= 128; c++) {
            allowed[c] = (BitSet) open.clone();
            for (int n = bound.nextSetBit(0); n >= 0; n = bound.nextSetBit(n + 1))
                if (patterns.get(n).get(place).has(c)) allowed[c].set(n);
        }
        return allowed;
    }

    /// The patterns that the text may fit, by their number.
    BitSet candidates(String text) {
        int length = text.length();
        if (length > LONGEST) return new BitSet();
        var found = (BitSet) byLength[length].clone();
        for (int i = 0; i < Math.min(length, Shape.PLACES) && !found.isEmpty(); i++) {
            found.and(front.get(i)[Math.min(128, text.charAt(i))]);
            found.and(back.get(i)[Math.min(128, text.charAt(length - 1 - i))]);
        }
        return found;
    }
}
