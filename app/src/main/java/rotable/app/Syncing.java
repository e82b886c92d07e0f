// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.Link;
import rotable.bench.Word;
import rotable.exchange.CentralProblem;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.sync.CentralAddress;
import rotable.sync.Exchange;
import rotable.sync.Lane;
import rotable.sync.Pace;
import rotable.sync.PostgresCentral;
import rotable.sync.Synchroniser;
import rotable.sync.Synchroniser.Told;

/// Puts a bench in step with the depot's centre.
final class Syncing {
    /// So many entries are taken in at a time at first, and so many at most.
    private static final int SLICE = 20;

    private static final int MOST = 400;

    private final Bench bench;
    private final BenchClock clock;
    private final Exchange exchange;
    private final Exchange.Line line;
    private Link link = new Link.Connecting();

    private Syncing(
            Bench bench, BenchClock clock, DerbyRecord record, Executor lane, CentralAddress at) {
        this.bench = bench;
        this.clock = clock;
        this.exchange =
                exchange(record, lane, Pace.adapting(SLICE, MOST), this::catchingUp)
                        .comparing(clock::compare);
        this.line = () -> PostgresCentral.open(at);
        bench.link(link);
    }

    /// For a console, whose exchanges are asked for.
    static Syncing asked(Bench bench, BenchClock clock, DerbyRecord record, CentralAddress at) {
        return new Syncing(bench, clock, record, Runnable::run, at);
    }

    /// An exchange that touches the record on the bench's lane only.
    static Exchange exchange(
            DerbyRecord record, Executor lane, Pace pace, Exchange.Catching catching) {
        return new Exchange(
                record.replica(), new Lane(lane), "rotable " + Main.VERSION, pace, catching);
    }

    /// The screen hears of every further percent.
    private void catchingUp(long position, long last) {
        var now = new Link.CatchingUp(position, last);
        if (link instanceof Link.CatchingUp before && before.percent() == now.percent()) return;
        link(now);
    }

    /// One exchange, now; the bench tells what it came to.
    void now() {
        try {
            var did = exchange.run(line);
            link = new Link.InStep(clock.instant());
            bench.exchanged(link, new Word.Exchanged(did.sent(), did.received()));
        } catch (CentralProblem e) {
            link(failed(e));
            bench.hear(said(e));
        } catch (RecordProblem e) {
            bench.hear(new Word.RecordFailed(String.valueOf(e.getMessage())));
        }
    }

    static Word said(CentralProblem e) {
        var why = String.valueOf(e.getMessage());
        return switch (e.kind()) {
            case UNREACHABLE -> new Word.CentreUnreachable(why);
            case REFILLING -> new Word.CentreRefilling();
            case OTHER -> new Word.CentreFails(why);
            case REFUSED, FORKED, FAULTY -> new Word.CentreRefuses(why);
        };
    }

    private void link(Link now) {
        link = now;
        bench.link(now);
    }

    private Link failed(CentralProblem e) {
        var why = String.valueOf(e.getMessage());
        if (!e.passing()) return new Link.Stopped(clock.instant(), why);
        return link instanceof Link.Offline before
                ? new Link.Offline(before.since(), why)
                : new Link.Offline(clock.instant(), why);
    }

    /// Keeps the bench in step for as long as the window is open.
    static Synchroniser always(
            Bench bench, BenchClock clock, DerbyRecord record, Executor lane, CentralAddress at) {
        var syncing = new Syncing(bench, clock, record, lane, at);
        var synchroniser =
                new Synchroniser(
                        syncing.exchange,
                        syncing.line,
                        syncing::told,
                        RandomGenerator.getDefault());
        bench.listen(
                (answer, state) -> {
                    if (!answer.entries().isEmpty()) synchroniser.nudge();
                });
        return synchroniser;
    }

    private void told(Told said) {
        switch (said) {
            case Told.InStep s -> link(new Link.InStep(clock.instant()));
            case Told.Failed f -> link(failed(f.why()));
            case Told.Broken b ->
                    link(new Link.Stopped(clock.instant(), String.valueOf(b.why().getMessage())));
        }
    }
}
