// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rotable.exchange.Advisory;
import rotable.exchange.Batch;
import rotable.exchange.CentralHead;
import rotable.exchange.Parcel;
import rotable.exchange.PinVerifier;
import rotable.exchange.Placed;
import rotable.exchange.Replica;
import rotable.exchange.Watermark;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.record.RecordProblem;
import rotable.unit.Unit;

/// The journal of this bench as the exchange with the centre sees it.
final class DerbyReplica implements Replica {
    private static final int MOST = 1_000;

    private final Database database;
    private final Stored stored;
    private final Journal journal;
    private final Outbox outbox;
    private final Owner owner;
    private final Function<UnitId, Optional<Unit>> cached;
    private final Ahead ahead;
    private final PinsAway pins;
    private Watermark given = Watermark.NONE;

    /// The record that the journal is part of.
    interface Owner {
        /// What was taken in is committed.
        void arrived(Arrivals.Taken taken) throws RecordProblem;

        /// What was to be taken in was not.
        void failed(Exception why);

        /// What is to be heeded ahead of its order is other now.
        void advised() throws RecordProblem;

        /// Appends what the bench says by itself.
        void append(Draft draft) throws RecordProblem;
    }

    DerbyReplica(
            Database database,
            Stored stored,
            Journal journal,
            Outbox outbox,
            Function<UnitId, Optional<Unit>> cached,
            Ahead ahead,
            PinsAway pins,
            Owner owner) {
        this.ahead = ahead;
        this.pins = pins;
        this.cached = cached;
        this.database = database;
        this.stored = stored;
        this.journal = journal;
        this.outbox = outbox;
        this.owner = owner;
    }

    @Override
    public Watermark watermark() {
        return journal.watermark();
    }

    @Override
    public String token() throws RecordProblem {
        return database.inTransaction(Progress::token);
    }

    @Override
    public void token(String token) throws RecordProblem {
        database.inTransaction(
                db -> {
                    Progress.token(db, token);
                    return token;
                });
    }

    @Override
    public Optional<String> acknowledged(List<CentralHead> heads) throws RecordProblem {
        journal.told(heads);
        for (var head : heads)
            if (journal.isBehind(head))
                return Optional.of("the centre has entries of this bench that are missing here");
        return outbox.acknowledged(heads);
    }

    @Override
    public Optional<String> restored(List<CentralHead> heads) throws RecordProblem {
        journal.told(heads);
        for (var head : heads) if (journal.isBehind(head)) journal.restored(head);
        outbox.start();
        return outbox.acknowledged(heads);
    }

    @Override
    public void sent(Parcel parcel) throws RecordProblem {
        outbox.sent(parcel);
    }

    @Override
    public Optional<Parcel> unsent(int most) throws RecordProblem {
        return outbox.next(most);
    }

    @Override
    public void advise(List<Advisory> advisories) throws RecordProblem {
        if (advisories.isEmpty() && ahead.isEmpty()) return;
        database.inTransaction(
                db -> {
                    ahead.keep(db, advisories);
                    return advisories;
                });
        owner.advised();
    }

    @Override
    public Optional<List<PinVerifier.Given>> pins() throws RecordProblem {
        return pins.toGive();
    }

    @Override
    public void givePinsAgain() throws RecordProblem {
        pins.again();
    }

    @Override
    public void pins(List<PinVerifier.Given> given, List<PinVerifier> newest) throws RecordProblem {
        pins.take(given, newest);
    }

    @Override
    public void vouch() throws RecordProblem {
        if (outbox.waiting() == 0) return;
        var draft = journal.voucher();
        if (draft.isPresent()) owner.append(draft.get());
    }

    @Override
    public Lost placedAfter(long position, String chain) throws RecordProblem {
        return database.inTransaction(
                db -> {
                    var at = given.position() <= position ? given : Watermark.NONE;
                    for (var p : db.placed(at.position(), position)) at = at.following(p.hash());
                    if (!at.equals(new Watermark(position, chain)))
                        return new Lost(false, List.of());
                    given = at;
                    return new Lost(true, lost(db, position));
                });
    }

    private List<String> lost(JournalMapper db, long after) {
        var lines = WholeCommands.fitting(stored, db.placed(after, after + MOST));
        return lines.isEmpty()
                ? WholeCommands.first(stored, db.placed(after, Long.MAX_VALUE))
                : lines;
    }

    @Override
    public boolean succeed() throws RecordProblem {
        var begun = journal.succeed();
        if (begun) outbox.start();
        return begun;
    }

    @Override
    public Batch read(Watermark after, List<Placed> placed) throws RecordProblem {
        return Batch.of(stored.reader(), after, placed);
    }

    @Override
    public void apply(Batch batch) throws RecordProblem {
        if (batch.isEmpty()) return;
        if (!batch.after().equals(journal.watermark()))
            throw new RecordProblem(RecordProblem.Kind.OTHER, "a batch that does not follow");
        var arrivals = new Arrivals(stored, journal.head().bench(), batch);
        Arrivals.Taken taken;
        try {
            taken = database.inTransaction(db -> arrivals.take(db, journal.lastNo(), cached));
        } catch (RecordProblem | RuntimeException e) {
            owner.failed(e);
            throw e;
        }
        journal.arrived(taken.no(), batch.now());
        outbox.arrived(batch);
        owner.arrived(taken);
    }
}
