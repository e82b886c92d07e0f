// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import rotable.bench.LabelPrinter;
import rotable.bench.ServiceLabel;

/// Writes what a label's 2D code says to a file, for benches without a printer. Names come from our
/// own release numbers, never from what was scanned.
final class LabelFiles implements LabelPrinter {
    private final Path folder;

    LabelFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void print(ServiceLabel label) throws IOException {
        Files.createDirectories(folder);
        var name = label.release() + "-" + label.copy();
        Files.writeString(
                folder.resolve(name + ".code"), "]d2" + label.code(), StandardCharsets.UTF_8);
    }
}
