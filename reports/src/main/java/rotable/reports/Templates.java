// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/// Compiles the report templates; the build runs it.
final class Templates {
    private Templates() {}

    /// @param args the folder of the templates, and the folder for what is compiled
    public static void main(String[] args) throws JRException, java.io.IOException {
        var from = Path.of(args[0]);
        var to = Files.createDirectories(Path.of(args[1]));
        try (var files = Files.newDirectoryStream(from, "*.jrxml")) {
            for (var file : files) {
                var name = file.getFileName().toString().replace(".jrxml", ".jasper");
                JasperCompileManager.compileReportToFile(
                        file.toString(), to.resolve(name).toString());
            }
        }
    }
}
