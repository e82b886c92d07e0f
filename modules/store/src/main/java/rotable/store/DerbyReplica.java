// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rotable.exchange.CentralHead;
import rotable.exchange.Parcel;
import rotable.exchange.Placed;
import rotable.exchange.Replica;
import rotable.exchange.Watermark;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.unit.Unit;

/// The journal of this bench as the exchange with the centre sees it.
final class DerbyReplica implements Replica {
    private final Database database;
    private final Stored stored;
    private final Journal journal;
    private final Outbox outbox;
    private final Arrived arrived;
    private final Function<UnitId, Optional<Unit>> cached;

    /// Is told what was taken in, once it is committed.
    interface Arrived {
        void after(Arrivals.Taken taken) throws RecordProblem;
    }

    DerbyReplica(
            Database database,
            Stored stored,
            Journal journal,
            Outbox outbox,
            Function<UnitId, Optional<Unit>> cached,
            Arrived arrived) {
        this.cached = cached;
        this.database = database;
        this.stored = stored;
        this.journal = journal;
        this.outbox = outbox;
        this.arrived = arrived;
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
        return outbox.acknowledged(heads);
    }

    @Override
    public Optional<Parcel> unsent() throws RecordProblem {
        return outbox.next();
    }

    @Override
    public boolean succeed() throws RecordProblem {
        var begun = journal.succeed();
        if (begun) outbox.start();
        return begun;
    }

    @Override
    public void apply(List<Placed> placed) throws RecordProblem {
        if (placed.isEmpty()) return;
        var bench = journal.head().bench();
        var arrivals = Arrivals.read(stored, bench, journal.watermark(), placed);
        var taken = database.inTransaction(db -> arrivals.take(db, journal.lastNo(), cached));
        journal.arrived(taken.no(), taken.now());
        outbox.start();
        arrived.after(taken);
    }
}
