// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.List;
import rotable.record.RecordProblem;

/// The journal's lines once more, forced to the disk before anybody sees "done": the witness of
/// what the database should hold. It is in pieces, so that a start reads only the last ones.
interface Mirror extends AutoCloseable {
    /// Appends lines and forces them to the disk.
    void append(List<String> lines) throws RecordProblem;

    /// Whether it was found damaged inside when it was opened; what follows there is written anew.
    default boolean wasDamaged() {
        return false;
    }

    /// How many pieces there are.
    int pieces() throws RecordProblem;

    /// The whole lines of a piece, 0 being the oldest, up to the first that is cut off or damaged.
    List<String> lines(int piece) throws RecordProblem;

    /// Puts all pieces aside and begins anew.
    void setAside() throws RecordProblem;

    @Override
    void close();
}
