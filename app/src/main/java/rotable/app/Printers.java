// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.util.List;
import rotable.bench.LabelPrinter;
import rotable.bench.Paper;

/// Several printers, each of which prints everything.
record Printers(List<LabelPrinter> all) implements LabelPrinter {
    @Override
    public void print(Paper paper) throws IOException {
        for (var p : all) p.print(paper);
    }
}
