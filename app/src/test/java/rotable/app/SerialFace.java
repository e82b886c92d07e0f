// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.pty4j.unix.Pty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import rotable.bench.Answer;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.Lanes;
import rotable.fact.ReleaseFact;
import rotable.record.RecordProblem;
import rotable.scanner.SerialScanner;
import rotable.scanner.SerialSettings;
import rotable.store.DerbyRecord;

/// A bench with a scanner on a pseudo-terminal, on lanes as the window has them.
final class SerialFace implements Face {
    private final ExecutorService benchLane = Executors.newSingleThreadExecutor();
    private final ExecutorService side = Executors.newVirtualThreadPerTaskExecutor();
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final DerbyRecord record;
    private final Path labels;
    private final Bench bench;
    private final Console console;
    private final Pty port;
    private final SerialScanner scanner;

    private SerialFace(Path folder) throws RecordProblem, IOException, InterruptedException {
        var options = new DataOptions();
        options.rehearsal = true;
        var clock = new BenchClock(InstantSource.system());
        clock.set(TrainingRecord.MORNING);
        record = TrainingRecord.open(folder, "B1", clock);
        labels = folder.resolve("labels");
        var lanes = new Lanes(benchLane, side);
        bench = Wiring.window(options, record, clock, new LabelFiles(labels), lanes);
        console = new Console(bench, clock, true, new PrintWriter(new StringWriter()), true);
        bench.listen((answer, state) -> answers.add(answer));
        console.start();
        next();
        port = new Pty();
        var settings = SerialSettings.parse(port.getSlaveName());
        scanner = Wiring.scanner(settings, clock, side, bench);
        next();
    }

    static SerialFace open(Path folder) throws RecordProblem, IOException, InterruptedException {
        return new SerialFace(folder);
    }

    /// The answer to the last step; after a release, the label that is printed by itself.
    private Answer next() throws InterruptedException {
        var answer = answers.poll(20, TimeUnit.SECONDS);
        assertNotNull(answer, "no answer came");
        var released =
                answer.entries().stream().anyMatch(e -> e.fact() instanceof ReleaseFact.Released);
        if (!released) return answer;
        var printed = next();
        awaitLabel();
        return printed;
    }

    private void awaitLabel() throws InterruptedException {
        for (int i = 0; i < 200 && !printed(); i++) Thread.sleep(50);
    }

    private boolean printed() {
        try {
            return !label().isEmpty();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public DerbyRecord record() {
        return record;
    }

    @Override
    public Path labels() {
        return labels;
    }

    @Override
    public void scan(String message) throws IOException, InterruptedException {
        var bytes = (message + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        port.getOutputStream().write(bytes);
        port.getOutputStream().flush();
        next();
    }

    @Override
    public void type(String line) throws IOException, InterruptedException {
        console.run(new BufferedReader(new StringReader(line)));
        if (!line.startsWith("!time ")) next();
    }

    @Override
    public void close() throws IOException {
        scanner.close();
        port.close();
        bench.stop();
        side.close();
        benchLane.close();
        record.close();
    }
}
