// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.io.IOException;

/// Prints what goes on units.
public interface LabelPrinter {
    /// Prints one paper; returns when the printer, or the file, has it all.
    ///
    /// @throws IOException when it could not be printed
    void print(Paper paper) throws IOException;
}
