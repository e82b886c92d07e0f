// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rotable.bench.BenchClock;
import rotable.bench.Word;
import rotable.record.RecordProblem;
import rotable.scanner.ScannerReplay;

/// `rotable console`: the bench in a terminal.
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description = "The bench in a terminal: one scan or command a line in, one answer out.")
final class ConsoleCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "answers as JSON, one object a line")
    private boolean json;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "plays the bytes that a scanner once sent, before the lines")
    private @Nullable Path replay;

    @Mixin private LabelOptions labels = new LabelOptions();

    /// The console on a record that was named elsewhere on the command line.
    static ConsoleCommand on(DataOptions options, LabelOptions labels) {
        var console = new ConsoleCommand();
        console.options = options;
        console.labels = labels;
        return console;
    }

    @Override
    public Integer call() throws RecordProblem, IOException {
        // A rehearsal without a folder leaves nothing behind.
        var passing = options.rehearsal && options.folder().isEmpty();
        var folder =
                passing
                        ? Files.createTempDirectory("rotable-rehearsal")
                        : options.folderOrDefault();
        try {
            return run(folder);
        } finally {
            if (passing) delete(folder);
        }
    }

    private int run(Path folder) throws RecordProblem, IOException {
        var clock = new BenchClock(InstantSource.system());
        try (var record = options.open(folder, clock)) {
            if (options.rehearsal) SampleDepot.setUp(record, clock.instant());
            var printer = labels.printer(folder);
            var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            var bench = Wiring.console(options, record, clock, printer);
            var console = new Console(bench, clock, options.rehearsal, out, json);
            options.central()
                    .map(at -> Syncing.asked(bench, clock, record, at))
                    .ifPresent(s -> console.sync(s::now));
            console.start();
            if (replay != null)
                try (var recording = Files.newInputStream(replay)) {
                    if (ScannerReplay.play(recording, clock, bench::scan) > 0)
                        bench.hear(new Word.ScanCutOff(ScannerReplay.DEVICE));
                }
            console.run(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var f : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(f);
        }
    }
}
