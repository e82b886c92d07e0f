// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last scans of this run, newest first. They help to see why a scanner is not understood; what
/// counts stands in the record.
final class ScanLog {
    private static final int LINES = 200;

    private final Deque<Heard> lines = new ArrayDeque<>();

    void add(Heard line) {
        lines.addFirst(line);
        if (lines.size() > LINES) lines.removeLast();
    }

    List<Heard> lines() {
        return List.copyOf(lines);
    }
}
