// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import rotable.format.FormatRule;
import rotable.identify.How;
import rotable.identify.LabelReader;
import rotable.identity.PartId;
import rotable.label.Label;
import rotable.label.Payload;
import rotable.supplier.SupplierRules;

/// How many labels one core reads in a second: GS1 element strings, and makers' own labels among
/// few and among thousands of rules. The same labels are read with each number of rules, in turns.
final class LabelFigure {
    private static final int LABELS = 20_000;
    private static final int ROUNDS = 12;
    private static final int[] RULES = {5, 500, 5000};

    private final Random random = new Random(1);

    void measure() {
        var lot = "10L%05d\u001D21K7Q%06d";
        elements("serial line", How.inYear(2026).withSeparatorsKept(), lot);
        elements("wedge", How.inYear(2026), lot);
        // No separator in it: every way to read it is looked for.
        elements("wedge, no GS", How.inYear(2026), "240P-4%05d21K7Q-%06d");
        suppliers();
    }

    private void elements(String channel, How how, String form) {
        var labels = new ArrayList<Payload>();
        for (int i = 0; i < LABELS; i++) labels.add(Payload.of(element(form)));
        var reader = new LabelReader(how);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) best = Math.min(best, nanos(reader, labels));
        System.out.printf(
                "element strings, %-12s %,d a second (at least 20,000)%n",
                channel, perSecond(best));
    }

    private String element(String form) {
        return "]d2010950600013435217301231"
                + form.formatted(random.nextInt(100_000), random.nextInt(1_000_000));
    }

    /// Every rule reads another series, told apart only by digits in the middle.
    private void suppliers() {
        var readers = new ArrayList<LabelReader>();
        var how = How.inYear(2026).withSeparatorsKept();
        for (int count : RULES) readers.add(new LabelReader(how, SupplierRules.of(rules(count))));
        var labels = new ArrayList<Payload>();
        for (int i = 0; i < LABELS; i++)
            labels.add(
                    Payload.of(
                            "%04d-%04d%s"
                                    .formatted(
                                            random.nextInt(10_000),
                                            random.nextInt(RULES[0]),
                                            (char) ('A' + random.nextInt(26)))));
        var best = new long[RULES.length];
        java.util.Arrays.fill(best, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++)
            for (int i = 0; i < RULES.length; i++)
                best[i] = Math.min(best[i], nanos(readers.get(i), labels));
        for (int i = 0; i < RULES.length; i++)
            System.out.printf(
                    "makers' labels, %,5d rules    %,d a second, %.2f times the time of %d rules%n",
                    RULES[i], perSecond(best[i]), (double) best[i] / best[0], RULES[0]);
    }

    private static List<FormatRule> rules(int count) {
        var rules = new ArrayList<FormatRule>();
        for (int i = 0; i < count; i++)
            rules.add(
                    new FormatRule(
                            "R" + i,
                            true,
                            "MAKER" + i,
                            Optional.of(new PartId("MAKER" + i, "P")),
                            "(?P<serial>\\d{4}-%04d[A-Z])".formatted(i),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            List.of()));
        return rules;
    }

    private static long nanos(LabelReader reader, List<Payload> labels) {
        int read = 0;
        long before = System.nanoTime();
        for (var label : labels) if (!(reader.read(label) instanceof Label.Unreadable)) read++;
        long took = System.nanoTime() - before;
        if (read != labels.size()) throw new IllegalStateException(read + " were read");
        return took;
    }

    private static long perSecond(long nanos) {
        return LABELS * 1_000_000_000L / nanos;
    }
}
