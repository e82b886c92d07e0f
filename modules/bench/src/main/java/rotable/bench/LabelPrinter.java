// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.io.IOException;

/// Prints return-to-service labels and the tags of units that were told apart.
public interface LabelPrinter {
    /// Prints one label; returns when the printer, or the file, has it all.
    ///
    /// @throws IOException when it could not be printed
    void print(ServiceLabel label) throws IOException;

    /// Prints a tag.
    ///
    /// @throws IOException when it could not be printed
    void print(TagLabel tag) throws IOException;
}
