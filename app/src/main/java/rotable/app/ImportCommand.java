// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rotable.fact.Publication;
import rotable.identity.PersonId;
import rotable.journal.Draft;
import rotable.journal.ReferenceFile;
import rotable.journal.ReferenceFile.Problem;
import rotable.people.Person;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// `rotable import`: publishes files of reference data.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Publishes reference data from JSON or CSV files, each whole or not at all.")
final class ImportCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Option(
            names = "--by",
            paramLabel = "PERSON",
            defaultValue = Draft.SYSTEM,
            description = "who publishes it")
    private String by = Draft.SYSTEM;

    @Option(
            names = "--edition",
            paramLabel = "N",
            description = "the version that rows of CSV files are published as (default: 1)")
    private int edition = 1;

    @Option(
            names = "--effective",
            paramLabel = "DATE",
            description = "from when rows of CSV files hold (default: today)")
    private @Nullable LocalDate effective;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "why rows of CSV files are published (default: the file's name)")
    private @Nullable String reason;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON or CSV files")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws RecordProblem {
        try (var record = options.open(options.folderOrDefault(), InstantSource.system())) {
            if (!known(record)) {
                System.out.println("There is nobody called " + by + " here, or no longer.");
                return 1;
            }
            int wrong = 0;
            for (var file : files) wrong += publish(record, file);
            return wrong == 0 ? 0 : 1;
        }
    }

    private boolean known(DerbyRecord record) {
        var person = record.reference().person(new PersonId(by));
        return by.equals(Draft.SYSTEM) || person.filter(Person::active).isPresent();
    }

    private int publish(DerbyRecord record, Path file) throws RecordProblem {
        try {
            var now = InstantSource.system().instant();
            var read = read(file);
            var wrong = Importer.publish(record, read, by, now);
            for (var w : wrong) System.out.println(file + ", line " + w.line() + ": " + w.why());
            System.out.println(
                    file + (wrong.isEmpty() ? ": published." : ": nothing was published."));
            if (!read.problems().isEmpty())
                System.out.println("What it refers to is looked at once all of it can be read.");
            return wrong.size();
        } catch (IOException e) {
            System.out.println(file + " can't be read: " + why(e) + ".");
            return 1;
        }
    }

    private static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException x -> "there is no such file";
            case AccessDeniedException x -> "this account may not read it";
            default -> String.valueOf(e.getMessage());
        };
    }

    private ReferenceFile.Read read(Path file) throws IOException {
        return read(
                file,
                new Publication(
                        edition,
                        Objects.requireNonNullElseGet(effective, LocalDate::now),
                        Objects.requireNonNullElseGet(
                                reason, () -> file.getFileName().toString())));
    }

    /// The items of a file, or what is wrong with it.
    ///
    /// @param publication the circumstances that rows of tables are published under
    static ReferenceFile.Read read(Path file, Publication publication) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        var chars = CharBuffer.allocate(bytes.remaining());
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true).isError()) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) if (bytes.get(i) == '\n') line++;
            return new ReferenceFile.Read(
                    List.of(), List.of(new Problem(line, "it is not text in UTF-8")));
        }
        // Spreadsheets put a byte order mark before their UTF-8.
        var text = chars.flip().toString().replaceFirst("^\\uFEFF", "");
        return ReferenceTable.is(file)
                ? ReferenceTable.read(file, text, publication)
                : ReferenceFile.read(text);
    }
}
