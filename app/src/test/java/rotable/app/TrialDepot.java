// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rotable.exchange.CentralProblem;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.sync.CentralAddress;
import rotable.sync.CentralKeeper;

/// A rehearsal depot on one computer, to try out: a centre and two benches that it admits. Opens
/// both windows where there is a display, and says how to start both in terminals where there is
/// none.
public final class TrialDepot {
    private static final List<String> BENCHES = List.of("B1", "B2");

    private TrialDepot() {}

    public static void main(String[] args)
            throws IOException, CentralProblem, RecordProblem, InterruptedException {
        var folder = Path.of("target", "trial-depot").toAbsolutePath();
        forget(folder);
        try (var postgres = EmbeddedPostgres.builder().start()) {
            var url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
            var admin = new CentralAddress(url, Optional.of("postgres"));
            CentralKeeper.init(admin, "depot", Realm.REHEARSAL);
            for (var bench : BENCHES) admit(admin, folder, bench);
            if (Display.present()) windows(folder, url);
            else terminals(folder, url);
        }
    }

    private static void forget(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var f : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(f);
        }
    }

    private static void admit(CentralAddress admin, Path folder, String bench)
            throws CentralProblem, RecordProblem {
        var options = new DataOptions();
        options.rehearsal = true;
        options.bench = bench;
        try (var record = options.open(folder.resolve(bench), InstantSource.system());
                var keeper = CentralKeeper.open(admin)) {
            for (var person : List.of("kim", "lee"))
                keeper.admissions().enrol("depot", bench, record.publicKey(), person);
        }
    }

    private static List<String> arguments(Path folder, String bench, String url) {
        return List.of(
                "--rehearsal",
                "--bench",
                bench,
                "--data",
                folder.resolve(bench).toString(),
                "--central",
                url);
    }

    private static void windows(Path folder, String url) throws IOException, InterruptedException {
        var windows = new ArrayList<Process>();
        for (var bench : BENCHES) {
            var command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "rotable.app.Main"));
            command.addAll(arguments(folder, bench, url));
            windows.add(new ProcessBuilder(command).inheritIO().start());
        }
        for (var window : windows) window.waitFor();
    }

    private static void terminals(Path folder, String url) throws IOException {
        System.out.println("There is no display here. The centre runs; in two terminals:");
        for (var bench : BENCHES)
            System.out.println(
                    "  app/bin/rotable console " + String.join(" ", arguments(folder, bench, url)));
        System.out.println("!sync exchanges with the centre. Enter ends it here.");
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
}
