// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.util.List;
import rotable.bench.Paper;
import rotable.bench.TagLabel;

/// The sizes of labels, in millimetres.
public enum LabelSize {
    /// Everything that the record demands of a label.
    LARGE(100, 50),
    /// Status, part, serial, release, date, override mark and the 2D code.
    SMALL(50, 25);

    private final int width;
    private final int height;

    LabelSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /// The sizes that a paper comes in.
    public static List<LabelSize> of(Paper paper) {
        return paper instanceof TagLabel ? List.of(SMALL) : List.of(values());
    }

    /// Millimetres.
    public int width() {
        return width;
    }

    /// Millimetres.
    public int height() {
        return height;
    }
}
