// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rotable.bench.LabelPrinter;
import rotable.reports.LabelSize;

/// Where labels go: always to files, and to a label printer where one is named.
final class LabelOptions {
    @Option(
            names = "--labels",
            paramLabel = "DIR",
            description = "where labels are written (default: labels in the data folder)")
    private @Nullable Path folder;

    @Option(
            names = "--printer",
            paramLabel = "HOST[:PORT]",
            description = "a ZPL label printer on the network (default port: 9100)")
    void printer(String given) {
        var address = given.split(":", 2);
        var number = address.length > 1 ? address[1] : "9100";
        if (!number.matches("\\d{1,5}") || Integer.parseInt(number) > 65_535)
            throw new ParameterException(
                    spec.commandLine(), "--printer is HOST:PORT, and %s no port".formatted(number));
        printer = new Address(address[0], Integer.parseInt(number));
    }

    private @Nullable Address printer;

    /// Where a printer is.
    private record Address(String host, int port) {}

    @Option(
            names = "--label-size",
            paramLabel = "SIZE",
            description = "LARGE (100 × 50 mm, the default) or SMALL (50 × 25 mm)")
    private LabelSize size = LabelSize.LARGE;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            description = "the printer's dots per inch, 203 (the default) or 300")
    void dpi(int given) {
        if (given != 203 && given != 300)
            throw new ParameterException(
                    spec.commandLine(), "--dpi is 203 or 300, not %d".formatted(given));
        dpi = given;
    }

    private int dpi = 203;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// The printer for a bench whose data are in that folder.
    LabelPrinter printer(Path data) {
        var files = new LabelFiles(Optional.ofNullable(folder).orElse(data.resolve("labels")));
        if (printer == null) return files;
        var at = printer;
        return new Printers(List.of(files, new ZplPrinter(at.host(), at.port(), size, dpi)));
    }
}
