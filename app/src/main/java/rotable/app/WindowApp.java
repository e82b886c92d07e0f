// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.LabelPrinter;
import rotable.bench.Lanes;
import rotable.bench.Papers;
import rotable.record.RecordProblem;
import rotable.scanner.SerialScanner;
import rotable.store.DerbyRecord;
import rotable.sync.Synchroniser;
import rotable.ui.BenchWindow;
import rotable.ui.Ports;
import rotable.ui.kit.Looks;

/// The bench in its window.
public final class WindowApp extends Application {
    // JavaFX makes the application by itself, so what it needs waits here for it.
    private static Optional<Setup> setup = Optional.empty();

    private record Setup(
            DataOptions options,
            DerbyRecord record,
            BenchClock clock,
            LabelPrinter printer,
            Papers papers,
            Looks looks) {}

    private Optional<Bench> bench = Optional.empty();
    private Optional<SerialScanner> scanner = Optional.empty();
    private Optional<Synchroniser> synchroniser = Optional.empty();
    private final ExecutorService benchLane = Executors.newSingleThreadExecutor();
    private final ExecutorService sideLane = Executors.newVirtualThreadPerTaskExecutor();

    /// Opens the record, then the window; returns when the window is closed.
    static int open(DataOptions options, LabelOptions labels) throws RecordProblem {
        var clock = new BenchClock(InstantSource.system());
        var folder = options.folderOrDefault();
        try (var record = options.open(folder, clock)) {
            if (options.rehearsal) SampleDepot.setUp(record, clock.instant());
            var looks = new Looks(Optional.of(folder.resolve("window.properties")));
            var papers = new CardFile(folder, options.rehearsal);
            setup =
                    Optional.of(
                            new Setup(
                                    options, record, clock, labels.printer(folder), papers, looks));
            Application.launch(WindowApp.class);
            return 0;
        }
    }

    @Override
    public void start(Stage stage) throws RecordProblem {
        var s = setup.orElseThrow();
        var made =
                Wiring.window(
                        s.options(),
                        s.record(),
                        s.clock(),
                        s.printer(),
                        new Lanes(benchLane, sideLane));
        scanner = s.options().scanner().map(x -> Wiring.scanner(x, s.clock(), sideLane, made));
        bench = Optional.of(made);
        synchroniser =
                s.options()
                        .central()
                        .map(at -> Syncing.always(made, s.clock(), s.record(), benchLane, at));
        synchroniser.ifPresent(x -> sideLane.execute(() -> keepInStep(x)));
        BenchWindow.open(
                stage,
                made,
                s.clock(),
                new Ports(s.papers(), sideLane, this::exchange, s.looks()),
                s.options().rehearsal);
    }

    private void exchange() {
        synchroniser.ifPresent(Synchroniser::retry);
    }

    private static void keepInStep(Synchroniser synchroniser) {
        try {
            synchroniser.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets what is under way finish; a thread inside the database is never interrupted.
    @Override
    public void stop() throws InterruptedException {
        scanner.ifPresent(SerialScanner::close);
        synchroniser.ifPresent(Synchroniser::stop);
        bench.ifPresent(Bench::stop);
        sideLane.shutdown();
        sideLane.awaitTermination(10, TimeUnit.SECONDS);
        benchLane.shutdown();
        benchLane.awaitTermination(10, TimeUnit.SECONDS);
        Platform.exit();
    }
}
