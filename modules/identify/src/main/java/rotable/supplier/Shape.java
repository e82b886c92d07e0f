// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import java.util.ArrayList;
import java.util.List;

/// What a pattern tells of every text that fits it: how long it is, and which characters stand at
/// its beginning and at its end, as far as their places are fixed.
///
/// @param most the greatest length; {@link #ENDLESS} when there is none
/// @param front the characters of the first places, in order
/// @param back the characters of the last places, the last first
/// @param size how many characters and classes it has, each repeat written out
/// @param height how deep repeats without an end stand in one another
record Shape(
        int least, int most, List<Characters> front, List<Characters> back, int size, int height) {
    static final int ENDLESS = 1_000_000;

    /// Places that are looked at from each end.
    static final int PLACES = 24;

    static final Shape EMPTY = new Shape(0, 0, List.of(), List.of(), 0, 0);

    Shape {
        front = List.copyOf(front.subList(0, Math.min(front.size(), PLACES)));
        back = List.copyOf(back.subList(0, Math.min(back.size(), PLACES)));
    }

    static Shape of(Characters one) {
        return new Shape(1, 1, List.of(one), List.of(one), 1, 0);
    }

    /// Whether every place of it is known.
    private boolean whole(List<Characters> places) {
        return least == most && places.size() == most;
    }

    Shape then(Shape next) {
        return new Shape(
                sum(least, next.least),
                sum(most, next.most),
                whole(front) ? joined(front, next.front) : front,
                next.whole(next.back) ? joined(next.back, back) : next.back,
                sum(size, next.size),
                Math.max(height, next.height));
    }

    Shape or(Shape other) {
        return new Shape(
                Math.min(least, other.least),
                Math.max(most, other.most),
                either(front, other.front),
                either(back, other.back),
                sum(size, other.size),
                Math.max(height, other.height));
    }

    /// @param max {@link #ENDLESS} for no bound
    Shape repeated(int min, int max) {
        int deep = max >= ENDLESS ? height + 1 : height;
        var once = this;
        var fixed = EMPTY;
        for (int i = 0; i < Math.min(min, PLACES + 1); i++) fixed = fixed.then(once);
        int longest = most == 0 ? 0 : (int) Math.min(ENDLESS, (long) most * max);
        int shortest = (int) Math.min(ENDLESS, (long) least * min);
        int written = max >= ENDLESS ? min + 1 : max;
        int large = (int) Math.min(ENDLESS, (long) size * written);
        return new Shape(shortest, longest, fixed.front, fixed.back, large, deep);
    }

    private static int sum(int a, int b) {
        return Math.min(ENDLESS, a + b);
    }

    private static List<Characters> joined(List<Characters> first, List<Characters> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private static List<Characters> either(List<Characters> a, List<Characters> b) {
        var places = new ArrayList<Characters>();
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) places.add(a.get(i).or(b.get(i)));
        return places;
    }
}
