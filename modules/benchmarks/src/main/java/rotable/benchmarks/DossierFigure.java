// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.bench.Answer;
import rotable.bench.Bench;
import rotable.bench.Lanes;
import rotable.fact.Evidence;
import rotable.fact.IntakeFact;
import rotable.fact.UnitFact;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.scan.Frame;

/// The scan of a known unit with 200 entries, to its dossier: in a depot of 1,000 units, and in one
/// of 100,000 units with a million entries. Every unit is scanned once, so none is in any cache.
final class DossierFigure {
    private static final int LONG_UNITS = 1_000;
    private static final int LONG_HISTORY = 200;
    private static final int SHORT_HISTORY = 8;

    private Optional<Answer> last = Optional.empty();

    void measure(Path folder) throws RecordProblem, IOException {
        var small = depot(folder.resolve("small"), LONG_UNITS);
        var large = depot(folder.resolve("large"), 100_000);
        System.out.println("1,000 units     " + small);
        System.out.println("100,000 units   " + large);
        System.out.printf(
                "ratio           %.2f of the p99 (at most 1.5), %.2f of the medians; p99 %.2f ms (at"
                        + " most 20)%n",
                large.millis(0.99) / small.millis(0.99),
                large.millis(0.5) / small.millis(0.5),
                large.millis(0.99));
    }

    private Durations depot(Path folder, int units) throws RecordProblem, IOException {
        fill(folder, units);
        warm(folder);
        var before = System.nanoTime();
        try (var sample = SampleBench.open(folder, Lanes.direct())) {
            System.out.printf(
                    "%,d entries: opened in %.1f s%n",
                    sample.record().head().seq(), (System.nanoTime() - before) / 1e9);
            sample.bench().listen((answer, state) -> last = Optional.of(answer));
            before = System.nanoTime();
            sample.bench().start();
            System.out.printf(
                    "%,d entries: chain verified in %.1f s%n",
                    sample.record().head().seq(), (System.nanoTime() - before) / 1e9);
            return scans(sample.bench());
        }
    }

    /// Scans everything once in a record opened for that alone: the code is warm, no cache is.
    private void warm(Path folder) throws RecordProblem, IOException {
        try (var sample = SampleBench.open(folder, Lanes.direct())) {
            sample.bench().listen((answer, state) -> last = Optional.of(answer));
            scans(sample.bench());
        }
    }

    private Durations scans(Bench bench) {
        var durations = new Durations();
        scan(bench, "BG-KA-2224-J");
        for (int i = 0; i < LONG_UNITS; i++) {
            var before = System.nanoTime();
            scan(bench, "]d2010950600013435221" + serial(i) + "\u001D240PSU-480-R3");
            durations.add(System.nanoTime() - before);
            if (last.orElseThrow().outcome() != Answer.Outcome.DONE)
                throw new IllegalStateException(last.get().text().toString());
        }
        return durations;
    }

    private static void scan(Bench bench, String text) {
        bench.scan(Frame.of(text, Bench.CONSOLE, Instant.now()));
    }

    private static void fill(Path folder, int units) throws RecordProblem, IOException {
        var before = System.nanoTime();
        try (var sample = SampleBench.open(folder, Lanes.direct())) {
            var facts = new ArrayList<UnitFact>();
            for (int i = 0; i < units; i++) {
                facts.addAll(history(i, i < LONG_UNITS ? LONG_HISTORY : SHORT_HISTORY));
                if (facts.size() < 2_000 && i < units - 1) continue;
                SampleBench.append(sample.record(), facts);
                facts.clear();
            }
            System.out.printf(
                    "%,d units, %,d entries written in %.0f s%n",
                    units, sample.record().head().seq(), (System.nanoTime() - before) / 1e9);
        }
    }

    private static List<UnitFact> history(int i, int length) {
        var unit = UnitId.parse("ACME/PSU-480-R3/" + serial(i));
        var facts = new ArrayList<UnitFact>();
        facts.add(new IntakeFact.Adopted(unit, Evidence.inferred()));
        for (int n = 1; n < length; n++)
            facts.add(
                    new IntakeFact.Noted(
                            unit, Optional.empty(), "Looked at, finding number " + n + " of it."));
        return facts;
    }

    private static String serial(int i) {
        return "K%d%c%04d".formatted(i / 90_000, 'A' + i / 10_000 % 9, i % 10_000);
    }
}
