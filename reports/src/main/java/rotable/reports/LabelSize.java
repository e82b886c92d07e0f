// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

/// The sizes of a return-to-service label, in millimetres.
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

    /// Millimetres.
    public int width() {
        return width;
    }

    /// Millimetres.
    public int height() {
        return height;
    }
}
