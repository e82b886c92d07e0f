// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.journal.ReferenceFile;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.testkit.Folders;

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
                Files.createDirectories(folder.getParent());
                Folders.copy(laidOut(bench), folder);
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

    /// Publishes more reference data, as an import does.
    ///
    /// @param lists members of a file of reference data
    static void publish(DerbyRecord record, String lists) throws RecordProblem {
        var head = "{\"version\": 9, \"effective\": \"2026-01-01\", \"reason\": \"test\", ";
        var read = ReferenceFile.read(head + lists + "}");
        assertEquals(List.of(), read.problems());
        var moment = new Moment(MORNING, "test", 0, Optional.empty(), Optional.empty());
        record.append(
                new Draft(
                        UUID.randomUUID(),
                        "lee",
                        Optional.empty(),
                        moment,
                        List.copyOf(read.facts())));
    }

    private static DataOptions options(String bench) {
        var options = new DataOptions();
        options.rehearsal = true;
        options.bench = bench;
        return options;
    }
}
