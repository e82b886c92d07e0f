// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.LabelPrinter;
import rotable.bench.Lanes;
import rotable.bench.Pins;
import rotable.fact.Fact;
import rotable.identity.PersonId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.journal.ReferenceFile;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;

/// A bench of the sample depot on a real record. PINs are taken unhashed: hashing them is slow on
/// purpose, happens on the side lane, and is no part of any figure.
record SampleBench(DerbyRecord record, Bench bench, BenchClock clock) implements AutoCloseable {
    static SampleBench open(Path folder, Lanes lanes) throws RecordProblem, IOException {
        var clock = new BenchClock(InstantSource.system());
        var identity = new BenchIdentity(Realm.REHEARSAL, "SAMPLE", "B1", "benchmarks");
        var record = DerbyRecord.open(folder, identity, clock);
        if (record.reference().depot().isEmpty())
            append(record, ReferenceFile.read(depot()).facts());
        var bench = new Bench("B1", record, anyPin(), nothing(), clock, lanes, true);
        return new SampleBench(record, bench, clock);
    }

    private static String depot() throws IOException {
        var name = "/rotable/app/sample-depot.json";
        try (var in = SampleBench.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("missing " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Appends facts as one command, as an import does.
    static void append(DerbyRecord record, List<? extends Fact> facts) throws RecordProblem {
        var moment = new Moment(Instant.now(), "bench", 0, Optional.empty(), Optional.empty());
        record.append(
                new Draft(UUID.randomUUID(), "ana", Optional.empty(), moment, List.copyOf(facts)));
    }

    private static LabelPrinter nothing() {
        return paper -> {};
    }

    private static Pins anyPin() {
        return new Pins() {
            @Override
            public boolean has(PersonId person) {
                return true;
            }

            @Override
            public boolean verify(PersonId person, char[] pin) {
                return true;
            }
        };
    }

    @Override
    public void close() {
        record.close();
    }
}
