// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.time.Instant;
import java.util.Optional;
import rotable.exchange.Batch;
import rotable.exchange.Central;
import rotable.exchange.CentralHead;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.exchange.Greeting;
import rotable.exchange.Parcel;
import rotable.exchange.Replica;
import rotable.exchange.Watermark;
import rotable.record.RecordProblem;

// All that the two say to each other, and so longer than most.
/// One exchange of a bench with the centre: it presents itself, sends what the centre lacks and
/// takes in what others sent, until neither has anything more.
public final class Exchange {
    /// So many entries take a second or so.
    private static final int MUCH = 5_000;

    private final Replica replica;
    private final Desk desk;
    private final String app;
    private final Pace pace;
    private final Catching catching;
    private Comparing clocks = (asked, said, answered) -> {};
    private long last;
    private boolean moved;
    private final Reach sending = new Reach();
    private final Reach taking = new Reach();

    /// Hears the centre's time, which it told somewhere between two readings of the bench's clock.
    public interface Comparing {
        void heard(Instant asked, Instant said, Instant answered);
    }

    /// Compares the clocks at each handshake.
    public Exchange comparing(Comparing with) {
        clocks = with;
        return this;
    }

    /// Hears how far a bench is that has much to take in.
    public interface Catching {
        /// @param position the last that it has
        /// @param last the last that there was when it presented itself
        void up(long position, long last);
    }

    /// Where the bench's journal may be touched: on its own lane, between scans.
    public interface Desk {
        <T> T at(Work<T> work) throws RecordProblem;

        /// Begins something that is waited for later. At a desk without a lane of its own it is
        /// done at once.
        default Begun begin(Work<?> work) throws RecordProblem {
            at(work);
            return () -> {};
        }
    }

    /// Something that was begun.
    public interface Begun {
        /// Waits until it is done.
        void done() throws RecordProblem;
    }

    /// Something that is done with the journal.
    public interface Work<T> {
        T run() throws RecordProblem;
    }

    /// @param app the bench's version
    /// @param slice about how many entries are taken in at a time, 1 to 1,000
    public Exchange(Replica replica, Desk desk, String app, int slice) {
        this(replica, desk, app, Pace.steady(slice), (position, last) -> {});
    }

    /// @param pace how many entries are taken in at a time: the bench's scans wait for no more
    public Exchange(Replica replica, Desk desk, String app, Pace pace, Catching catching) {
        this.replica = replica;
        this.desk = desk;
        this.app = app;
        this.pace = pace;
        this.catching = catching;
    }

    /// What an exchange came to.
    public record Exchanged(long sent, long received) {}

    /// Opens a line to the centre.
    public interface Line {
        Central open() throws CentralProblem;
    }

    /// One exchange on a line of its own.
    ///
    /// @throws CentralProblem also when the two tell different stories, which trying again does not
    ///   mend
    /// @throws RecordProblem when the bench's own record fails
    public Exchanged run(Line line) throws CentralProblem, RecordProblem {
        try (var central = line.open()) {
            greet(central);
            return round(central);
        }
    }

    /// Whether anything was sent for good or taken in since this was asked last.
    boolean moved() {
        boolean did = moved;
        moved = false;
        return did;
    }

    /// Presents the bench, and looks whether both tell the same story.
    void greet(Central central) throws CentralProblem, RecordProblem {
        var watermark = desk.at(replica::watermark);
        var token = desk.at(replica::token);
        var asked = Instant.now();
        var greeting = central.greet(watermark, token, app);
        clocks.heard(asked, greeting.at(), Instant.now());
        check(greeting, token);
        var wrong = desk.at(() -> heeded(greeting));
        if (wrong.isPresent()) throw new CentralProblem(Kind.FORKED, wrong.get());
        last = greeting.position();
        if (greeting.refilling()) refill(central, greeting);
    }

    /// Whether the centre is the one that this bench spoke to before, and this the bench.
    ///
    /// @param token what it was given last; empty on a computer that no centre has spoken to
    private static void check(Greeting greeting, String token) throws CentralProblem {
        if (!greeting.knows() && !greeting.refilling())
            throw new CentralProblem(
                    Kind.FORKED,
                    "the centre does not have what this bench got from it; it may have been restored: let an"
                            + " administrator run 'rotable central refill' before any bench goes on, or, where that"
                            + " is over, set up an empty data folder (docs/central.md)");
        if (!greeting.known() && token.isEmpty())
            throw new CentralProblem(
                    Kind.FORKED,
                    "another computer was this bench before; 'rotable key' shows the key of this one, and two"
                            + " people admit it with 'rotable central enrol'");
        if (!greeting.known())
            throw new CentralProblem(
                    Kind.FORKED,
                    "another computer spoke to the centre as this bench, or this one was restored");
    }

    private Optional<String> heeded(Greeting greeting) throws RecordProblem {
        replica.token(greeting.token());
        replica.advise(greeting.advisories());
        return greeting.readmitted()
                ? replica.restored(greeting.heads())
                : replica.acknowledged(greeting.heads());
    }

    /// Gives a restored centre back what it lost. Nothing new is placed meanwhile: what benches saw
    /// is told by positions, which must be the same again.
    private void refill(Central central, Greeting greeting) throws CentralProblem, RecordProblem {
        var at = new Watermark(greeting.position(), greeting.chain());
        while (desk.at(replica::watermark).position() > at.position()) {
            var from = at;
            var lost = desk.at(() -> replica.placedAfter(from.position(), from.chain()));
            if (!lost.agrees())
                throw new CentralProblem(
                        Kind.FORKED,
                        "the centre was filled up with other entries than this bench has: set up an empty"
                                + " data folder, admit its key, and bring this one in with"
                                + " 'rotable sync --unsent-of'");
            at = central.refill(at.position(), lost.lines());
            if (at.position() <= from.position())
                throw new CentralProblem(
                        Kind.FAULTY, "the centre does not take in what it lost and this bench has");
        }
        // It presents itself once more as one that has nothing to add.
        var again = central.greet(desk.at(replica::watermark), greeting.token(), app);
        desk.at(
                () -> {
                    replica.token(again.token());
                    replica.givePinsAgain();
                    return again;
                });
        throw new CentralProblem(
                Kind.REFILLING, "the centre is being filled up again; it has all that is here");
    }

    /// Sends and takes in until both sides have everything.
    Exchanged round(Central central) throws CentralProblem, RecordProblem {
        long sent = push(central);
        long received = pull(central);
        if (desk.at(replica::succeed)) {
            sent += push(central);
            received += pull(central);
        }
        pins(central);
        return new Exchanged(sent, received);
    }

    /// PIN verifiers go their own way, behind the entries that say that a PIN was set.
    private void pins(Central central) throws CentralProblem, RecordProblem {
        var mine = desk.at(replica::pins);
        if (mine.isEmpty()) return;
        var newest = central.pins(mine.get());
        desk.at(
                () -> {
                    replica.pins(mine.get(), newest);
                    return newest;
                });
    }

    private long push(Central central) throws CentralProblem, RecordProblem {
        desk.at(
                () -> {
                    replica.vouch();
                    return true;
                });
        long sent = 0;
        Work<Optional<Parcel>> unsent = () -> replica.unsent(sending.most());
        for (var next = desk.at(unsent); next.isPresent(); next = desk.at(unsent)) {
            var parcel = next.get();
            taken(sending.over(sending.most(), () -> central.append(parcel)), parcel);
            sent += parcel.lines().size();
            desk.at(
                    () -> {
                        replica.sent(parcel);
                        return parcel;
                    });
            moved = true;
        }
        return sent;
    }

    private static void taken(CentralHead head, Parcel parcel) throws CentralProblem {
        if (head.seq() < parcel.last())
            throw new CentralProblem(Kind.FAULTY, "the centre did not take all that was sent");
    }

    private long pull(Central central) throws CentralProblem, RecordProblem {
        long received = 0;
        var next = next(central, desk.at(replica::watermark));
        while (!next.isEmpty()) {
            var batch = next;
            var writing = desk.begin(() -> take(batch));
            try {
                next = next(central, batch.now());
            } finally {
                writing.done();
            }
            received += batch.arrivals().size();
            moved = true;
        }
        return received;
    }

    /// What the centre placed next, read while the bench takes in what came before.
    private Batch next(Central central, Watermark after) throws CentralProblem, RecordProblem {
        if (last - after.position() > MUCH) catching.up(after.position(), last);
        int asked = Math.min(taking.most(), pace.size());
        return replica.read(after, taking.over(asked, () -> central.pull(after.position(), asked)));
    }

    private Batch take(Batch batch) throws RecordProblem {
        var begun = pace.begin();
        replica.apply(batch);
        pace.done(begun);
        return batch;
    }
}
