// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.util.List;
import rotable.bench.LabelPrinter;
import rotable.bench.ServiceLabel;
import rotable.bench.TagLabel;

/// Several printers, each of which prints everything.
record Printers(List<LabelPrinter> all) implements LabelPrinter {
    @Override
    public void print(ServiceLabel label) throws IOException {
        for (var p : all) p.print(label);
    }

    @Override
    public void print(TagLabel tag) throws IOException {
        for (var p : all) p.print(tag);
    }
}
