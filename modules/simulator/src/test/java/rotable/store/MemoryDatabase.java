// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import org.apache.ibatis.exceptions.PersistenceException;
import rotable.record.RecordProblem;

/// Transactions over rows in memory: all of one or nothing, whenever the power fails.
record MemoryDatabase(MemoryTables tables) implements Database {
    @Override
    public <T> T inTransaction(Work<T> work) throws RecordProblem {
        tables.fuse().step();
        tables.begin();
        T result;
        try {
            result = work.with(tables);
            tables.fuse().step();
        } catch (PersistenceException e) {
            tables.rollBack();
            throw Problems.of(e);
        } catch (RecordProblem | RuntimeException | Error e) {
            tables.rollBack();
            throw e;
        }
        tables.begin();
        tables.fuse().step();
        return result;
    }

    @Override
    public void close() {}
}
