// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.fact.Publication;
import rotable.journal.BadEntry;
import rotable.journal.ReferenceFile.Item;
import rotable.journal.ReferenceFile.Problem;
import rotable.journal.ReferenceFile.Read;
import rotable.journal.ReferenceRow;

/// Reads a CSV file of reference data. Its name says what the rows are (`people.csv`,
/// `parts-2026.csv`), its first line names the columns as JSON names the members.
final class ReferenceTable {
    private ReferenceTable() {}

    static boolean is(Path file) {
        return file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
    }

    /// All rows of a file, or all that is wrong with them.
    static Read read(Path file, String csv, Publication publication) {
        var list = list(file);
        if (list.isEmpty())
            return wrong(
                    new Problem(
                            1,
                            "the file's name must begin with one of "
                                    + String.join(", ", ReferenceRow.TABLES)));
        var items = new ArrayList<Item>();
        var problems = new ArrayList<Problem>();
        try (var rows = reader(csv).ofNamedCsvRecord(csv)) {
            for (var row : rows) add(list.get(), row, publication, items, problems);
        } catch (CsvParseException e) {
            problems.add(new Problem(1, String.valueOf(e.getMessage())));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (!problems.isEmpty() && opensQuote(csv))
            problems.add(
                    new Problem(
                            problems.getLast().line(),
                            "a quotation mark is opened here, or further up, and never closed"));
        return problems.isEmpty() ? new Read(items, List.of()) : new Read(List.of(), problems);
    }

    /// Rows with too many cells or too few are named by their own line.
    private static CsvReader.CsvReaderBuilder reader(String csv) {
        return CsvReader.builder()
                .fieldSeparator(separator(csv))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /// Whether quotation marks come in other than pairs: what follows the last is one field then.
    private static boolean opensQuote(String csv) {
        return csv.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    /// Spreadsheets write a semicolon where the comma is the decimal mark.
    private static char separator(String csv) {
        var columns = csv.lines().findFirst().orElse("");
        return columns.indexOf(',') < 0 && columns.indexOf(';') >= 0 ? ';' : ',';
    }

    private static void add(
            String list,
            NamedCsvRecord row,
            Publication publication,
            List<Item> items,
            List<Problem> problems) {
        int line = (int) row.getStartingLineNumber();
        int cells = row.getFieldCount();
        int columns = row.getHeader().size();
        if (cells != columns) {
            problems.add(
                    new Problem(
                            line, "it has %d cells, the first line %d".formatted(cells, columns)));
            return;
        }
        try {
            var item = ReferenceRow.of(list, row.getFieldsAsMap());
            items.add(new Item(line, item.by(publication)));
        } catch (BadEntry e) {
            problems.add(new Problem(line, String.valueOf(e.getMessage())));
        }
    }

    private static Read wrong(Problem problem) {
        return new Read(List.of(), List.of(problem));
    }

    private static Optional<String> list(Path file) {
        var name = file.getFileName().toString();
        return ReferenceRow.TABLES.stream().filter(name::startsWith).findFirst();
    }
}
