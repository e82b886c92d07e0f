// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import rotable.bench.LabelPrinter;
import rotable.bench.ServiceLabel;
import rotable.bench.TagLabel;
import rotable.reports.LabelSize;
import rotable.reports.PdfLabel;
import rotable.reports.ZplLabel;

/// Writes each label to files: PDF and ZPL in both sizes, and beside them what a scanner reads off
/// the 2D code. Names come from our own numbers, never from what was scanned.
final class LabelFiles implements LabelPrinter {
    private final Path folder;

    LabelFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void print(TagLabel tag) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(tag.tag() + ".pdf"), PdfLabel.of(tag));
        for (var dpi : new int[] {203, 300})
            Files.writeString(
                    folder.resolve(tag.tag() + "-" + dpi + ".zpl"),
                    ZplLabel.of(tag, dpi),
                    StandardCharsets.UTF_8);
    }

    @Override
    public void print(ServiceLabel label) throws IOException {
        Files.createDirectories(folder);
        var name = label.release() + "-" + label.copy();
        for (var size : LabelSize.values()) {
            var file = name + "-" + size.name().toLowerCase(Locale.ROOT);
            Files.write(folder.resolve(file + ".pdf"), PdfLabel.of(label, size));
            for (var dpi : new int[] {203, 300})
                Files.writeString(
                        folder.resolve(file + "-" + dpi + ".zpl"),
                        ZplLabel.of(label, size, dpi),
                        StandardCharsets.UTF_8);
        }
        Files.writeString(
                folder.resolve(name + ".code"), "]d2" + label.code(), StandardCharsets.UTF_8);
    }
}
