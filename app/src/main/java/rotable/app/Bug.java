// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A mistake of ours: told by a short code; where it happened goes to a file, not to the user.
final class Bug {
    private Bug() {}

    /// What to tell, once the details are written down.
    static String told(Exception bug) {
        var code = "%04X".formatted(Arrays.hashCode(bug.getStackTrace()) & 0xFFFF);
        var file = Path.of(System.getProperty("java.io.tmpdir"), "rotable-" + code + ".log");
        try (var out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            bug.printStackTrace(out);
        } catch (IOException e) {
            return "Something went wrong in Rotable (" + code + "). What was recorded is safe.";
        }
        return "Something went wrong in Rotable ("
                + code
                + "). What was recorded is safe. Send "
                + file
                + " to whoever looks after it.";
    }
}
