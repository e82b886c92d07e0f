// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import rotable.exchange.Central;
import rotable.exchange.CentralHead;
import rotable.exchange.CentralProblem;
import rotable.exchange.Greeting;
import rotable.exchange.Parcel;
import rotable.exchange.PinVerifier;
import rotable.exchange.Placed;
import rotable.exchange.Watermark;
import rotable.fact.Evidence;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.RepairFact;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.OwnId;
import rotable.identity.PartId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;

/// A bench in a process of its own, to be killed: it records without end, says what was
/// acknowledged to whoever recorded it, and exchanges all the while. Each line it is sent is
/// answered with where it is; told to rest, it only exchanges, and ends itself no more.
///
/// Arguments: data folder, bench, the centre's port, a seed, the point at which it ends itself and
/// the how manieth time.
final class BenchProcess {
    /// So many that none gets a longer history than real ones have.
    private static final int UNITS = 60;

    private final DerbyRecord record;
    private final Lane lane = new Lane(Executors.newSingleThreadExecutor());
    private final Random random;
    private final String bench;
    private volatile boolean quiet;

    private BenchProcess(Path folder, String bench, long seed) throws RecordProblem {
        this.bench = bench;
        this.random = new Random(seed);
        this.record =
                DerbyRecord.open(
                        folder,
                        new BenchIdentity(Realm.RECORD, "depot", bench, "test"),
                        InstantSource.system());
    }

    public static void main(String[] args) throws Exception {
        var process = new BenchProcess(Path.of(args[0]), args[1], Long.parseLong(args[3]));
        var point = new Point(args[4], Integer.parseInt(args[5]));
        var url = "jdbc:postgresql://localhost:%s/postgres".formatted(args[2]);
        var address = new CentralAddress(url, Optional.of(CentralAddress.roleOf("depot", args[1])));
        var exchange = new Exchange(process.record.replica(), process.desk(point), "test", 100);
        var synchroniser =
                new Synchroniser(
                        exchange,
                        () -> point.on(PostgresCentral.open(address)),
                        told -> {
                            if (told instanceof Synchroniser.Told.Failed f)
                                say((f.why().passing() ? "FAILED " : "STOPPED ") + f.why());
                            if (told instanceof Synchroniser.Told.Broken b)
                                say("BROKEN " + b.why());
                        },
                        new Random(7));
        Thread.ofPlatform().daemon().start(() -> run(synchroniser));
        Thread.ofPlatform().daemon().start(() -> process.work(synchroniser));
        say("UP");
        process.listen(synchroniser, point);
    }

    private static void run(Synchroniser synchroniser) {
        try {
            synchroniser.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    private void listen(Synchroniser synchroniser, Point point) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("rest")) {
                quiet = true;
                point.never();
                synchroniser.nudge();
            }
            say("AT " + at(() -> record.waiting() + " " + record.replica().watermark().position()));
        }
        Runtime.getRuntime().halt(0);
    }

    private void work(Synchroniser synchroniser) {
        while (!quiet) {
            for (var hash : at(this::append)) say("ACK " + hash);
            synchroniser.nudge();
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> append() throws RecordProblem {
        var facts = new ArrayList<Fact>();
        var unit = new UnitId(new PartId("ACME", "PSU"), "P" + random.nextInt(UNITS));
        var order = record.unit(unit).openOrder();
        if (order.isEmpty()) facts.add(received(unit));
        else if (random.nextInt(4) == 0) facts.add(installed(unit, order.get().id()));
        for (int i = 0; i <= random.nextInt(3); i++)
            facts.add(new IntakeFact.Noted(unit, Optional.empty(), bench + " " + i));
        return Depot.append(record, facts.toArray(Fact[]::new)).stream()
                .map(e -> e.hash())
                .toList();
    }

    /// Other benches receive it too, as long as they have not heard of it.
    private Fact received(UnitId unit) {
        var head = record.head();
        var code = "K" + (char) ('A' + bench.charAt(1) - '1');
        var id = OwnId.make(OwnId.Kind.ORDER, code, head.ordinal(), head.seq() + 1);
        return new IntakeFact.Received(unit, new OrderId(id), "CS", 1, Evidence.inferred());
    }

    private Fact installed(UnitId unit, OrderId order) {
        var fan = new UnitId(new PartId("ACME", "FAN"), "F" + random.nextInt(UNITS));
        return new RepairFact.Installed(
                unit,
                order,
                new PositionId("A" + random.nextInt(3)),
                new Child.Serialised(fan),
                Evidence.inferred());
    }

    private <T> T at(Exchange.Work<T> work) {
        try {
            return lane.at(work);
        } catch (RecordProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private Exchange.Desk desk(Point point) {
        return new Exchange.Desk() {
            @Override
            public <T> T at(Exchange.Work<T> work) throws RecordProblem {
                return lane.at(() -> ending(work, "done"));
            }

            @Override
            public Exchange.Begun begin(Exchange.Work<?> work) {
                return lane.begin(() -> ending(work, "applied"));
            }

            private <T> T ending(Exchange.Work<T> work, String at) throws RecordProblem {
                var done = work.run();
                point.pass(at);
                return done;
            }
        };
    }

    /// A point at which the process ends as if the power had failed.
    private static final class Point {
        private final String name;
        private int times;
        private volatile boolean over;

        Point(String name, int times) {
            this.name = name;
            this.times = times;
        }

        void never() {
            over = true;
        }

        void pass(String at) {
            if (!over && at.equals(name) && --times <= 0) Runtime.getRuntime().halt(9);
        }

        // A line with every call on it, and so longer than most.
        Central on(Central line) {
            return new Central() {
                @Override
                public Greeting greet(Watermark watermark, String token, String app)
                        throws CentralProblem {
                    var greeting = line.greet(watermark, token, app);
                    pass("greeted");
                    return greeting;
                }

                @Override
                public CentralHead append(Parcel parcel) throws CentralProblem {
                    pass("before-push");
                    var head = line.append(parcel);
                    pass("pushed");
                    return head;
                }

                @Override
                public List<Placed> pull(long after, int limit) throws CentralProblem {
                    var placed = line.pull(after, limit);
                    if (!placed.isEmpty()) pass("pulled");
                    return placed;
                }

                @Override
                public Watermark refill(long after, List<String> lines) throws CentralProblem {
                    return line.refill(after, lines);
                }

                @Override
                public List<PinVerifier> pins(List<PinVerifier.Given> mine) throws CentralProblem {
                    return line.pins(mine);
                }

                @Override
                public boolean await(int millis) throws CentralProblem {
                    return line.await(millis);
                }

                @Override
                public void close() {
                    line.close();
                }
            };
        }
    }
}
