// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir Path folder;

    @Test
    void replaces_a_file_only_when_told_to() throws Exception {
        var data = folder.resolve("data").toString();
        var benches = Files.writeString(folder.resolve("benches.csv"), "bench,code\nB1,KA\n");
        assertEquals(0, Main.run("import", "--data", data, benches.toString()));
        var out = Files.writeString(folder.resolve("journal.txt"), "mine");
        assertEquals(1, Main.run("export", "--data", data, out.toString()));
        assertEquals("mine", Files.readString(out));
        assertEquals(0, Main.run("export", "--data", data, "--overwrite", out.toString()));
        var lines = Files.readAllLines(out);
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().contains("\"bench-published\""), lines.getLast());
    }
}
