// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Serials that a typed one may have been meant for.
final class LookAlikes {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
    private static final int LONGEST = 24;

    /// Below so many known serials nothing can be said about how often a warning would be false.
    private static final int FEW = 20;

    private static final int SAMPLE = 5000;
    private static final double TOLERATED = 0.05;

    private LookAlikes() {}

    /// The serial with two neighbouring characters exchanged, each way.
    static Set<String> transpositions(String serial) {
        var all = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < serial.length(); i++) {
            char a = serial.charAt(i);
            char b = serial.charAt(i + 1);
            if (a != b) all.add(serial.substring(0, i) + b + a + serial.substring(i + 2));
        }
        return all;
    }

    /// The serial with one character left out, put in or changed, or two exchanged. Serials of one
    /// range are near each other, so that this ranks what may have been meant and warns of nothing.
    static Set<String> neighbours(String serial) {
        var all = transpositions(serial);
        if (serial.length() > LONGEST) return all;
        for (int i = 0; i <= serial.length(); i++) {
            var before = serial.substring(0, i);
            var after = serial.substring(i);
            if (!after.isEmpty()) all.add(before + after.substring(1));
            for (int c = 0; c < LETTERS.length(); c++) {
                all.add(before + LETTERS.charAt(c) + after);
                if (!after.isEmpty()) all.add(before + LETTERS.charAt(c) + after.substring(1));
            }
        }
        all.remove(serial);
        return all;
    }

    /// How often the warning of a transposition would be false: the share of known serials that are
    /// the transposition of another known one, though both are right. A range of running numbers
    /// has most of them so.
    static double falseAlarms(List<String> serials) {
        if (serials.isEmpty()) return 0;
        var known = new HashSet<>(serials);
        var sample = new ArrayList<>(serials.subList(0, Math.min(SAMPLE, serials.size())));
        long alarms =
                sample.stream()
                        .filter(s -> transpositions(s).stream().anyMatch(known::contains))
                        .count();
        return (double) alarms / sample.size();
    }

    /// Whether a warning of transpositions is worth its false alarms for a part with these serials.
    static boolean worthWarning(List<String> serials) {
        return serials.size() < FEW || falseAlarms(serials) <= TOLERATED;
    }
}
