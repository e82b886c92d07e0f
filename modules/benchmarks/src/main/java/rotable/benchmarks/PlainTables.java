// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import rotable.bench.BenchClock;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;

/// A bench's tables as they are laid out today, with nothing in them, for plain JDBC.
final class PlainTables {
    private PlainTables() {}

    /// Lays them out in a new folder and connects to them; each commit is asked for.
    static Connection open(Path folder) throws RecordProblem, SQLException {
        var clock = new BenchClock(InstantSource.system());
        var identity = new BenchIdentity(Realm.REHEARSAL, "SAMPLE", "PLAIN", "benchmarks");
        DerbyRecord.open(folder, identity, clock).close();
        var db = DriverManager.getConnection("jdbc:derby:" + folder.resolve("db"), "rotable", "");
        db.setAutoCommit(false);
        // A new record begins with an entry of its own.
        try (var s = db.createStatement()) {
            s.execute("DELETE FROM entry");
            s.execute("DELETE FROM subject_entry");
        }
        db.commit();
        return db;
    }
}
