// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.bench.Answer;
import rotable.bench.BenchClock;
import rotable.bench.LabelPrinter;
import rotable.bench.Lanes;
import rotable.bench.Paper;
import rotable.bench.ServiceLabel;
import rotable.bench.Word;
import rotable.fact.CustodyFact.LabelPrinted;
import rotable.record.RecordProblem;
import rotable.reports.LabelSize;
import rotable.scan.Frame;

/// A label printer on the network, and one that is gone.
class PrinterTest {
    private static final List<String> RELEASE =
            List.of(
                    Terminal.ANA,
                    "SN12-00017",
                    "RT:RECEIVE",
                    "RT:ALLOK",
                    "!pin 2580",
                    "RT:F:DRIFT",
                    "DMM-07",
                    "!value 5.01",
                    "RT:RELEASE",
                    Terminal.LEE,
                    "!pin 7531");

    @TempDir Path folder;

    private String released(int port) throws RecordProblem, IOException {
        var options = new DataOptions();
        options.rehearsal = true;
        var clock = new BenchClock(InstantSource.system());
        clock.set(Instant.parse("2026-11-20T08:00:00Z"));
        var out = new StringWriter();
        var host = InetAddress.getLoopbackAddress().getHostAddress();
        try (var record = options.open(folder, clock)) {
            SampleDepot.setUp(record, clock.instant());
            var printer = new ZplPrinter(host, port, LabelSize.LARGE, 203);
            var bench = Wiring.console(options, record, clock, printer);
            var console = new Console(bench, clock, true, new PrintWriter(out), true);
            console.start();
            console.run(new BufferedReader(new StringReader(String.join("\n", RELEASE))));
        }
        return out.toString();
    }

    @Test
    void takes_the_label_on_its_raw_port() throws RecordProblem, IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var received = CompletableFuture.supplyAsync(() -> read(server));
            released(server.getLocalPort());
            var zpl = received.orTimeout(20, TimeUnit.SECONDS).join();
            assertTrue(zpl.startsWith("^XA") && zpl.strip().endsWith("^XZ"), zpl);
            assertTrue(zpl.contains("SN12-00017"), zpl);
            assertTrue(zpl.contains("NOT FOR SERVICE"), zpl);
        }
    }

    private static String read(ServerSocket server) {
        try (var socket = server.accept()) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void that_is_gone_is_a_problem_beside_the_release() throws RecordProblem, IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        var answers = released(port);
        var last = answers.strip().lines().toList().getLast();
        assertTrue(last.contains("\"outcome\":\"problem\""), last);
        assertTrue(last.contains("RT:REPRINT"), last);
        assertTrue(last.contains("\"status\":\"released\""), last);
        assertEquals(1, answers.split("\"type\":\"released\"", -1).length - 1);
    }

    // From the release to the paper in one test, and so longer than most.
    @Test
    void that_is_slow_keeps_no_scan_waiting() throws Exception {
        var options = new DataOptions();
        options.rehearsal = true;
        var clock = new BenchClock(InstantSource.system());
        clock.set(Instant.parse("2026-11-20T08:00:00Z"));
        var paper = new CountDownLatch(1);
        var printed = new CompletableFuture<String>();
        var answers = new LinkedBlockingQueue<Answer>();
        try (var record = options.open(folder, clock);
                var lane = Executors.newSingleThreadExecutor();
                var side = Executors.newVirtualThreadPerTaskExecutor()) {
            SampleDepot.setUp(record, clock.instant());
            LabelPrinter slow = new Slow(paper, printed);
            var lanes = new Lanes(lane, side);
            var bench = Wiring.window(options, record, clock, slow, lanes);
            var console =
                    new Console(bench, clock, true, new PrintWriter(new StringWriter()), true);
            bench.listen((answer, state) -> answers.add(answer));
            console.start();
            // In one go, as fast as they come: what follows a PIN waits for the signature.
            console.run(new BufferedReader(new StringReader(String.join("\n", RELEASE))));
            awaited(answers, LabelPrinted.class);
            bench.scan(Frame.of("SN12-00018", "serial", clock.instant()));
            var shown = awaited(answers, Word.UnitNew.class);
            assertEquals("SN12-00018", ((Word.UnitNew) shown.text()).serial());
            assertFalse(printed.isDone(), "the label still waits for paper");
            paper.countDown();
            assertEquals("SN12-00017", printed.get(20, TimeUnit.SECONDS));
            bench.stop();
        }
    }

    private record Slow(CountDownLatch paper, CompletableFuture<String> printed)
            implements LabelPrinter {
        @Override
        public void print(Paper label) throws IOException {
            waitFor(paper);
            printed.complete(((ServiceLabel) label).serial());
        }
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Answer awaited(LinkedBlockingQueue<Answer> answers, Class<?> said)
            throws InterruptedException {
        while (true) {
            var answer = answers.poll(20, TimeUnit.SECONDS);
            assertNotNull(answer, "no answer came");
            if (said.isInstance(answer.text())) return answer;
        }
    }
}
