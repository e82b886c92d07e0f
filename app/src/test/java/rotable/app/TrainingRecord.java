// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// Records on the sample depot, as a bench leaves them after its first start. Laying one out takes
/// longer than most tests, so it is done once for each bench and copied.
final class TrainingRecord {
    static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");
    private static final Map<String, Path> LAID_OUT = new HashMap<>();

    private TrainingRecord() {}

    /// Opens the record in that folder, with the sample depot published on that morning.
    static DerbyRecord open(Path folder, String bench, InstantSource clock) throws RecordProblem {
        if (!DerbyRecord.isIn(folder)) {
            try {
                copy(laidOut(bench), folder);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return options(bench).open(folder, clock);
    }

    private static synchronized Path laidOut(String bench) throws RecordProblem, IOException {
        var there = LAID_OUT.get(bench);
        if (there != null) return there;
        var folder = Files.createTempDirectory(Path.of("target"), "sample-" + bench + "-");
        try (var record = options(bench).open(folder, () -> MORNING)) {
            SampleDepot.setUp(record, MORNING);
        }
        LAID_OUT.put(bench, folder);
        return folder;
    }

    private static DataOptions options(String bench) {
        var options = new DataOptions();
        options.rehearsal = true;
        options.bench = bench;
        return options;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                            throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(dir).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        var copy = to.resolve(from.relativize(file).toString());
                        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
