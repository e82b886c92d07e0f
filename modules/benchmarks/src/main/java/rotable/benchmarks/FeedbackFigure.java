// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import rotable.bench.Lanes;
import rotable.bench.Paper;
import rotable.bench.Papers;
import rotable.record.RecordProblem;
import rotable.reference.Reference;
import rotable.ui.BenchWindow;
import rotable.ui.Ports;
import rotable.ui.kit.Looks;

/// From the last key of a scan to the flash and the tone, and to the result's text laid out for the
/// next picture of the screen. The window is drawn without a display.
final class FeedbackFigure {
    private static final int WARM = 60;
    private static final int SCANS = 400;

    private final Durations flash = new Durations();
    private final Durations result = new Durations();
    private volatile CompletableFuture<Long> flashed = new CompletableFuture<>();

    void measure(Path folder)
            throws RecordProblem, IOException, ExecutionException, InterruptedException {
        Platform.startup(() -> {});
        try (var lane = Executors.newSingleThreadExecutor();
                var side = Executors.newVirtualThreadPerTaskExecutor();
                var sample = SampleBench.open(folder, new Lanes(lane, side))) {
            var scene = window(sample, side);
            scan(scene, "BG-KA-2224-J", false);
            for (int i = 0; i < SCANS; i++) {
                var unit = "]d2010950600013435221K7Q%04d\u001D240PSU-480-R3".formatted(i % 50);
                scan(scene, unit, i >= WARM);
            }
            sample.bench().stop();
        }
        System.out.println("flash and tone  " + flash);
        System.out.println("result          " + result);
        System.out.printf(
                "p99             %.1f ms to the flash (at most 100), %.1f ms to the result (at most"
                        + " 300)%n",
                flash.millis(0.99), result.millis(0.99));
    }

    private Scene window(SampleBench sample, ExecutorService side)
            throws ExecutionException, InterruptedException {
        var opened = new CompletableFuture<Scene>();
        Platform.runLater(
                () -> {
                    var ports = new Ports(noPapers(), side, () -> {}, new Looks(Optional.empty()));
                    var window =
                            BenchWindow.open(
                                    new Stage(), sample.bench(), sample.clock(), ports, true);
                    var edge = window.scene().lookup("#flash");
                    edge.opacityProperty()
                            .subscribe((was, is) -> light(was.doubleValue(), is.doubleValue()));
                    opened.complete(window.scene());
                });
        return opened.get();
    }

    private static Papers noPapers() {
        return new Papers() {
            @Override
            public byte[] picture(Paper label) {
                return new byte[0];
            }

            @Override
            public Path cards(Reference reference) {
                return Path.of("");
            }
        };
    }

    // Each instant is taken where it happens: longer than most.
    private void scan(Scene scene, String text, boolean counts)
            throws ExecutionException, InterruptedException {
        var framed = text.startsWith("]") ? text : "]C0" + text;
        flashed = new CompletableFuture<>();
        var shown = new CompletableFuture<Long>();
        var began = new CompletableFuture<Long>();
        Platform.runLater(
                () -> {
                    for (var c : framed.toCharArray()) key(scene, c);
                    began.complete(System.nanoTime());
                    fire(scene, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, false);
                    fire(scene, KeyEvent.KEY_RELEASED, "", KeyCode.ENTER, false);
                    scene.addPostLayoutPulseListener(
                            new Runnable() {
                                @Override
                                public void run() {
                                    if (!flashed.isDone()) return;
                                    scene.removePostLayoutPulseListener(this);
                                    var label = (Label) scene.lookup("#result");
                                    if (!label.getText().isEmpty())
                                        shown.complete(System.nanoTime());
                                }
                            });
                });
        var last = shown.orTimeout(20, TimeUnit.SECONDS).get();
        // A technician's hand takes longer than this; the next scan meets a window at rest.
        Thread.sleep(20);
        if (!counts) return;
        flash.add(flashed.get() - began.get());
        result.add(last - began.get());
    }

    /// A fade only ever falls, so any rise is a new flash; a slow pulse may meet it below full.
    private void light(double was, double is) {
        if (is > was) flashed.complete(System.nanoTime());
    }

    private static void key(Scene scene, char c) {
        if (c == 0x1D) fire(scene, KeyEvent.KEY_PRESSED, "", KeyCode.CLOSE_BRACKET, true);
        else fire(scene, KeyEvent.KEY_TYPED, Character.toString(c), KeyCode.UNDEFINED, false);
    }

    private static void fire(
            Scene scene,
            javafx.event.EventType<KeyEvent> type,
            String text,
            KeyCode code,
            boolean control) {
        var e = new KeyEvent(type, text, "", code, false, control, false, false);
        Event.fireEvent(scene.getRoot(), e);
    }
}
