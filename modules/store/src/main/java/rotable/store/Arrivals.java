// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import rotable.exchange.Batch;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.fact.Fact;
import rotable.fact.ReferenceFact;
import rotable.identity.UnitId;
import rotable.journal.Entry;
import rotable.journal.Verification;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// Takes in what the centre placed: entries of other benches, and where it placed those of this
/// one. All of a batch, with the watermark behind it, in one transaction.
final class Arrivals {
    private final Stored stored;
    private final String bench;
    private final Batch batch;

    /// What a batch came to.
    ///
    /// @param no the arrival number of the last entry of all
    /// @param now the last position
    /// @param units those whose state may be another now
    /// @param reference whether reference data was among it
    /// @param pins whether a PIN was set
    record Taken(long no, long now, List<Unit> units, boolean reference, boolean pins) {}

    Arrivals(Stored stored, String bench, Batch batch) {
        this.stored = stored;
        this.bench = bench;
        this.batch = batch;
    }

    /// Writes and folds the batch.
    ///
    /// @param lastNo the arrival number of the last entry before it
    /// @param cached units as they were before it
    ///
    /// @throws RecordProblem when the bench has another entry under one of the numbers
    Taken take(JournalMapper db, long lastNo, Function<UnitId, Optional<Unit>> cached)
            throws RecordProblem {
        var layers = new Layers(db, stored, bench, batch.after().position(), cached);
        long no = lastNo;
        var rows = new Rows(db);
        var command = new ArrayList<Recorded>();
        for (var a : batch.arrivals()) {
            var known = known(db, a.entry());
            if (known.isPresent()) db.place(known.getAsLong(), a.position());
            else write(db, rows, a, ++no);
            command.add(stored.recorded(a.entry(), a.position()));
            var e = a.entry().envelope();
            if (e.index() + 1 < e.count()) continue;
            if (command.stream().anyMatch(Arrivals::changesOthers)) rows.flush();
            layers.placed(command, known.isPresent());
            for (var r : command) layers.look(r);
            if (e.bench().equals(bench)) Progress.placed(db, e.epoch(), e.seq());
            command.clear();
        }
        rows.flush();
        layers.redecideTail();
        var units = layers.touched().stream().map(layers::unit).toList();
        for (var unit : units) Fold.write(db, unit);
        Progress.watermark(db, batch.now());
        return new Taken(no, batch.now().position(), units, hasReference(), hasPins());
    }

    private void write(JournalMapper db, Rows rows, Batch.Arrival a, long no) {
        rows.add(a.entry(), no, a.position());
        if (a.entry().envelope().bench().equals(bench)) rows.own(a.entry(), no);
        stored.learn(a.entry());
        Fold.index(db, rows, stored, a.entry(), no);
    }

    /// Whether what came before is read again because of it.
    private static boolean changesOthers(Recorded r) {
        return r.fact() instanceof CaseFact.Split
                || r.fact() instanceof ReferenceFact.PersonPublished;
    }

    private boolean hasPins() {
        return batch.arrivals().stream()
                .anyMatch(a -> a.entry().fact() instanceof BenchFact.PinSet);
    }

    private boolean hasReference() {
        return batch.arrivals().stream()
                .map(a -> a.entry().fact())
                .anyMatch(f -> f instanceof ReferenceFact || f instanceof Fact.Unknown);
    }

    /// The arrival number of an entry that this bench sealed. One that was restored gets entries
    /// back that it has lost, unless it gave their numbers to others meanwhile.
    private OptionalLong known(JournalMapper db, Entry entry) throws RecordProblem {
        var e = entry.envelope();
        if (!e.bench().equals(bench)) return OptionalLong.empty();
        var row = db.at(e.epoch(), e.seq());
        if (row == null) return OptionalLong.empty();
        if (row.hash().equals(entry.hash())) return OptionalLong.of(row.no());
        throw new RecordProblem(
                Kind.OTHER,
                "the centre has another entry %s of this bench"
                        .formatted(Verification.address(entry)));
    }
}
