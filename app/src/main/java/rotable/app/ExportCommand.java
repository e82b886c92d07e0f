// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rotable.record.RecordProblem;

/// `rotable export`: the journal's lines as they are.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the journal, one entry a line, for anybody's verifier.")
final class ExportCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Parameters(paramLabel = "FILE", description = "where to write it")
    private @Nullable Path file;

    @Option(names = "--overwrite", description = "write it even where there is such a file")
    private boolean overwrite;

    private long written;

    @Override
    public Integer call() throws RecordProblem, IOException {
        try (var record = options.openExisting(InstantSource.system())) {
            if (file == null) throw new IllegalStateException("the command line demands a file");
            if (Files.exists(file) && !overwrite) {
                System.out.println(file + " is there already: --overwrite replaces it.");
                return 1;
            }
            try (var out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
                record.lines(
                        line -> {
                            out.append(line).append('\n');
                            written++;
                        });
                if (out.checkError()) throw new IOException(file + " could not be written whole");
            }
            System.out.println(written + " entries written to " + file + ".");
            return Sound.said(record) ? 0 : 1;
        }
    }
}
