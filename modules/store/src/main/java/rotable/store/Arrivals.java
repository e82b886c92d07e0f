// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rotable.exchange.Placed;
import rotable.exchange.Watermark;
import rotable.fact.BenchFact;
import rotable.fact.Fact;
import rotable.fact.ReferenceFact;
import rotable.identity.UnitId;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
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
    private final Watermark from;
    private final List<Arrival> batch;

    /// An entry and where the centre placed it.
    private record Arrival(Entry entry, Placed placed) {}

    /// What a batch came to.
    ///
    /// @param no the arrival number of the last entry of all
    /// @param units those whose state may be another now
    /// @param reference whether reference data was among it
    /// @param pins whether a PIN was set
    record Taken(long no, Watermark now, List<Unit> units, boolean reference, boolean pins) {}

    private Arrivals(Stored stored, String bench, Watermark from, List<Arrival> batch) {
        this.stored = stored;
        this.bench = bench;
        this.from = from;
        this.batch = batch;
    }

    /// Reads a batch.
    ///
    /// @throws RecordProblem when it does not follow the watermark, or is not what was sealed
    static Arrivals read(Stored stored, String bench, Watermark from, List<Placed> placed)
            throws RecordProblem {
        var batch = new ArrayList<Arrival>();
        var at = from;
        for (var p : placed) {
            Entry entry;
            try {
                entry = EntryCodec.read(stored.realm(), p.line());
            } catch (BadEntry e) {
                throw new RecordProblem(
                        Kind.OTHER,
                        "what the centre has at %d is no entry".formatted(p.position()),
                        e);
            }
            at = at.following(entry.hash());
            if (!at.equals(new Watermark(p.position(), p.chain())))
                throw new RecordProblem(
                        Kind.OTHER,
                        "what the centre has at %d does not follow".formatted(p.position()));
            batch.add(new Arrival(entry, p));
        }
        var last = batch.getLast().entry().envelope();
        if (last.index() + 1 < last.count())
            throw new RecordProblem(Kind.OTHER, "a command that is not whole");
        return new Arrivals(stored, bench, from, batch);
    }

    /// Writes and folds the batch.
    ///
    /// @param lastNo the arrival number of the last entry before it
    /// @param cached units as they were before it
    ///
    /// @throws RecordProblem when the bench has another entry under one of the numbers
    Taken take(JournalMapper db, long lastNo, Function<UnitId, Optional<Unit>> cached)
            throws RecordProblem {
        var layers = new Layers(db, stored, bench, from.position(), cached);
        long no = lastNo;
        var command = new ArrayList<Recorded>();
        for (var a : batch) {
            var known = known(db, a.entry());
            if (!known) write(db, a.entry(), ++no);
            db.insertPlacement(a.entry().hash(), a.placed().position());
            command.add(stored.recorded(a.entry(), a.placed().position()));
            var e = a.entry().envelope();
            if (e.index() + 1 < e.count()) continue;
            layers.placed(command, known);
            for (var r : command) layers.look(r);
            if (e.bench().equals(bench)) Progress.placed(db, e.epoch(), e.seq());
            command.clear();
        }
        layers.redecideTail();
        var units = layers.touched().stream().map(layers::unit).toList();
        for (var unit : units) Fold.write(db, unit);
        var last = batch.getLast().placed();
        var now = new Watermark(last.position(), last.chain());
        Progress.watermark(db, now);
        return new Taken(no, now, units, hasReference(), hasPins());
    }

    private void write(JournalMapper db, Entry entry, long no) {
        db.insert(JournalMapper.EntryRow.of(no, entry));
        stored.epochs().learn(entry);
        Fold.index(db, stored, entry, no);
    }

    private boolean hasPins() {
        return batch.stream().anyMatch(a -> a.entry().fact() instanceof BenchFact.PinSet);
    }

    private boolean hasReference() {
        return batch.stream()
                .map(a -> a.entry().fact())
                .anyMatch(f -> f instanceof ReferenceFact || f instanceof Fact.Unknown);
    }

    /// Whether this bench sealed an entry. One that was restored gets entries back that it has
    /// lost, unless it gave their numbers to others meanwhile.
    private boolean known(JournalMapper db, Entry entry) throws RecordProblem {
        var e = entry.envelope();
        if (!e.bench().equals(bench)) return false;
        if (db.arrivalOf(entry.hash()) != null) return true;
        if (db.at(bench, e.epoch(), e.seq()) == null) return false;
        throw new RecordProblem(
                Kind.OTHER,
                "the centre has another entry %s of this bench"
                        .formatted(Verification.address(entry)));
    }
}
