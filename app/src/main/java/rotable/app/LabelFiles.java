// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import rotable.bench.LabelPrinter;
import rotable.bench.Paper;
import rotable.reports.LabelSize;
import rotable.reports.PdfLabel;
import rotable.reports.ZplLabel;

/// Writes each paper to files: PDF and ZPL in its sizes, and beside them what a scanner reads off
/// the 2D code. Names come from our own numbers, never from what was scanned.
final class LabelFiles implements LabelPrinter {
    private final Path folder;

    LabelFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void print(Paper paper) throws IOException {
        Files.createDirectories(folder);
        for (var size : LabelSize.of(paper)) {
            var file = paper.name() + "-" + size.name().toLowerCase(Locale.ROOT);
            Files.write(folder.resolve(file + ".pdf"), PdfLabel.of(paper, size));
            for (var dpi : new int[] {203, 300})
                Files.writeString(
                        folder.resolve(file + "-" + dpi + ".zpl"),
                        ZplLabel.of(paper, size, dpi),
                        StandardCharsets.UTF_8);
        }
        Files.writeString(
                folder.resolve(paper.name() + ".code"),
                (paper.isGs1() ? "]d2" : "]d1") + paper.code(),
                StandardCharsets.UTF_8);
    }
}
