// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rotable.gs1.ApplicationIdentifier;
import rotable.gs1.ApplicationIdentifiers;
import rotable.gs1.Companions;
import rotable.gs1.Element;
import rotable.gs1.ElementString;

/// The ways to read a GS1 element string whose separators may have been lost on the way. With all
/// separators gone, data of variable length may end anywhere; of the many readings, those are kept
/// that keep every rule.
public final class LostSeparators {
    /// More ways than a person can choose from are not worth finding.
    private static final int MOST = 9;

    /// Places tried. Long runs of digits have more ways than anybody would wait for; those have
    /// shown many already when this is spent.
    private static final int PLACES = 20_000;

    private final String text;
    private int tried;
    private final List<String> found = new ArrayList<>();

    private LostSeparators(String text) {
        this.text = text;
    }

    /// The element strings, separators put in, that this one may have been. At most nine.
    ///
    /// @param text what follows the AIM identifier, with no separator in it
    public static List<String> ways(String text) {
        var search = new LostSeparators(text);
        search.from(0, "", new HashSet<>());
        return search.found;
    }

    private void from(int at, String before, Set<String> used) {
        if (found.size() >= MOST) return;
        if (at == text.length()) {
            keep(before);
            return;
        }
        for (int length = 2; length <= 4 && at + length < text.length(); length++) {
            var identifier = ApplicationIdentifiers.of(text.substring(at, at + length));
            if (identifier.isPresent() && used.add(identifier.get().ai())) {
                one(identifier.get(), at + length, before, used);
                used.remove(identifier.get().ai());
            }
        }
    }

    private void one(ApplicationIdentifier identifier, int data, String before, Set<String> used) {
        int most = Math.min(text.length(), data + identifier.most());
        int least = identifier.fixed() ? most : Math.min(most, data + identifier.least());
        for (int end = most; end >= least && found.size() < MOST; end--) {
            if (tried++ > PLACES) return;
            var rest = text.length() - end;
            if (rest > 0 && rest < 3) continue;
            var value = text.substring(data, end);
            if (value.isEmpty() || !sound(identifier, value)) continue;
            var separator = identifier.fixed() || rest == 0 ? "" : "" + ElementString.GS;
            from(end, before + identifier.ai() + value + separator, used);
        }
    }

    private static boolean sound(ApplicationIdentifier identifier, String value) {
        return new Element(identifier, value, 0).sound();
    }

    private void keep(String way) {
        var read = ElementString.parse(way, 0);
        if (read.sound() && Companions.errors(read.elements()).isEmpty()) found.add(way);
    }
}
