// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.io.IOException;
import java.nio.file.Path;
import rotable.reference.Reference;

/// Makes papers to look at or to print, other than labels on their way to a printer.
public interface Papers {
    /// A label as a PNG picture.
    ///
    /// @throws IOException when it can't be drawn
    byte[] picture(Paper label) throws IOException;

    /// Writes command cards and badges as a PDF; returns where.
    ///
    /// @throws IOException when it can't be written
    Path cards(Reference reference) throws IOException;
}
