// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import rotable.record.RecordProblem;

/// Where the rows of one bench are.
interface Database extends AutoCloseable {
    /// Does something in one transaction: committed when it returns, rolled back when it throws.
    <T> T inTransaction(Work<T> work) throws RecordProblem;

    /// Something that is done with the rows.
    interface Work<T> {
        T with(JournalMapper db) throws RecordProblem;
    }

    @Override
    void close();
}
