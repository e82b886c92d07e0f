// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Measures the figures that are named on its command line, or all of them.
public final class Figures {
    private static final List<String> ALL =
            List.of("step", "dossier", "feedback", "labels", "sync", "depot");

    private Figures() {}

    /// @param args any of `step`, `dossier`, `feedback`, `labels`, `sync`, `depot`
    public static void main(String[] args) throws Exception {
        for (var name : args.length == 0 ? ALL : List.of(args)) {
            var folder = Files.createTempDirectory("figures-" + name);
            System.out.println("== " + name);
            try {
                measure(name, folder);
            } finally {
                delete(folder);
            }
        }
        System.exit(0);
    }

    private static void measure(String name, Path folder) throws Exception {
        switch (name) {
            case "step" -> new StepFigure().measure(folder);
            case "dossier" -> new DossierFigure().measure(folder);
            case "feedback" -> new FeedbackFigure().measure(folder);
            case "labels" -> new LabelFigure().measure();
            case "sync" -> new SyncFigure().measure(folder);
            case "depot" -> new DepotFigure().measure(folder);
            default -> throw new IllegalArgumentException("no figure is called " + name);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
