// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

import java.util.List;

/// Entries of one epoch on their way to the centre: whole commands, one after the other.
///
/// @param first the sequence number of the first line
/// @param lines the entries' lines
public record Parcel(String epoch, long first, List<String> lines) {
    public Parcel {
        lines = List.copyOf(lines);
    }

    /// The sequence number of the last line.
    public long last() {
        return first + lines.size() - 1;
    }
}
