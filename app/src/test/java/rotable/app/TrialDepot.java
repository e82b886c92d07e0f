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
/// none. Each bench has a cable that can be pulled.
public final class TrialDepot {
    private static final List<String> BENCHES = List.of("B1", "B2");
    private static final String CABLES =
            "1 and Enter pulls the cable of bench B1, and plugs it in again; 2 that of B2. Enter"
                    + " alone ends it here.";

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
            try (var first = new Cable(postgres.getPort());
                    var second = new Cable(postgres.getPort())) {
                var cables = List.of(first, second);
                if (Display.present()) windows(folder, cables);
                else terminals(folder, cables);
            }
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

    private static List<String> arguments(Path folder, String bench, Cable cable) {
        return List.of(
                "--rehearsal",
                "--bench",
                bench,
                "--data",
                folder.resolve(bench).toString(),
                "--central",
                "jdbc:postgresql://localhost:%d/postgres".formatted(cable.port()));
    }

    private static void windows(Path folder, List<Cable> cables)
            throws IOException, InterruptedException {
        var windows = new ArrayList<Process>();
        for (int i = 0; i < BENCHES.size(); i++)
            windows.add(window(arguments(folder, BENCHES.get(i), cables.get(i))));
        System.out.println(CABLES);
        // Where nobody types, the windows stay open all the same.
        cables(cables);
        for (var window : windows) window.waitFor();
    }

    private static Process window(List<String> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "rotable.app.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void terminals(Path folder, List<Cable> cables) throws IOException {
        System.out.println("There is no display here. The centre runs; in two terminals:");
        for (int i = 0; i < BENCHES.size(); i++)
            System.out.println(
                    "  app/bin/rotable console "
                            + String.join(" ", arguments(folder, BENCHES.get(i), cables.get(i))));
        System.out.println("!sync exchanges with the centre. " + CABLES);
        cables(cables);
    }

    /// Pulls cables and plugs them in as somebody types, until an empty line.
    private static void cables(List<Cable> cables) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null && !line.isBlank(); line = in.readLine()) {
            int bench = BENCHES.indexOf("B" + line.strip());
            if (bench < 0) System.out.println(CABLES);
            else
                System.out.println(
                        "The cable of %s is %s."
                                .formatted(
                                        BENCHES.get(bench),
                                        cables.get(bench).toggle() ? "plugged in" : "pulled"));
        }
    }
}
