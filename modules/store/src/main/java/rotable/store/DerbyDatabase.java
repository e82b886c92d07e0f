// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import rotable.record.RecordProblem;

/// The embedded Derby database of one bench.
final class DerbyDatabase implements Database {
    /// The number of the newest migration: raised with each.
    static final String NEWEST = "11";

    private final String path;
    private final PooledDataSource pool;
    private final SqlSessionFactory sessions;

    private DerbyDatabase(String path, PooledDataSource pool, SqlSessionFactory sessions) {
        this.path = path;
        this.pool = pool;
        this.sessions = sessions;
    }

    /// Opens the database in that folder, creating and migrating it as needed.
    static DerbyDatabase open(Path folder) throws RecordProblem {
        System.setProperty(
                "derby.stream.error.file", folder.resolveSibling("derby.log").toString());
        System.setProperty("derby.storage.indexStats.auto", "false");
        System.setProperty("derby.locks.waitTimeout", "10");
        // Taking in a depot's whole record writes much at once: more pages in memory, and
        // checkpoints often enough that none holds up a scan by what it writes
        // (docs/performance.md).
        System.setProperty("derby.storage.pageCacheSize", "4000");
        System.setProperty("derby.storage.checkpointInterval", "10000000");
        System.setProperty("derby.storage.logSwitchInterval", "5000000");
        try {
            recover(folder);
            var fresh = !Files.exists(folder);
            var pool = pool(folder);
            migrate(folder);
            if (fresh) keepToOwner(folder);
            return new DerbyDatabase(folder.toString(), pool, sessions(pool));
        } catch (SQLException | FlywayException | PersistenceException e) {
            throw Problems.opening(e);
        }
    }

    /// Lets a database that was not shut down recover by itself, and shuts it down, before it is
    /// used. When the process ends between a table's new page and the note that the page is in use,
    /// recovery takes the page back and yet keeps it in memory: whatever needs a page of that table
    /// then fails with `XBCA0`, until the database is opened anew. Derby takes its lock file away
    /// when it is shut down.
    private static void recover(Path folder) throws SQLException {
        if (!Files.exists(folder.resolve("db.lck"))) return;
        source(folder.toString()).getConnection().close();
        shutDown(folder.toString());
    }

    /// PIN verifiers lie in the database, and a PIN of four digits is soon found from its verifier;
    /// the mirror beside it tells the whole record.
    static void keepToOwner(Path folder) {
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        try {
            if (view != null) view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            System.getLogger("rotable.store").log(System.Logger.Level.WARNING, "permissions", e);
        }
    }

    private static PooledDataSource pool(Path folder) {
        var settings = new Properties();
        settings.setProperty("user", "rotable");
        var pool =
                new PooledDataSource(
                        "org.apache.derby.jdbc.EmbeddedDriver",
                        "jdbc:derby:" + folder + ";create=true",
                        settings);
        pool.setDefaultAutoCommit(false);
        return pool;
    }

    /// Lays the tables out. The library takes as long to look as the rest of the start, so a
    /// database that has the newest is left alone.
    private static void migrate(Path folder) {
        var source = source(folder.toString());
        if (hasNewest(source)) return;
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:rotable/store/migrations")
                .load()
                .migrate();
    }

    private static EmbeddedDataSource source(String path) {
        var source = new EmbeddedDataSource();
        source.setDatabaseName(path);
        source.setCreateDatabase("create");
        source.setUser("rotable");
        return source;
    }

    private static boolean hasNewest(DataSource source) {
        try (var connection = source.getConnection();
                var asked =
                        connection.prepareStatement(
                                "SELECT 1 FROM \"flyway_schema_history\" WHERE \"version\" = ?"
                                        + " AND \"success\" = TRUE")) {
            asked.setString(1, NEWEST);
            try (var found = asked.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            // A new database has no such table, and what else may be wrong the migration will name.
            return false;
        }
    }

    private static SqlSessionFactory sessions(DataSource source) {
        var configuration =
                new Configuration(new Environment("bench", new JdbcTransactionFactory(), source));
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setArgNameBasedConstructorAutoMapping(false);
        configuration.getLanguageRegistry().register(new Together());
        configuration.addMapper(JournalMapper.class);
        return new SqlSessionFactoryBuilder().build(configuration);
    }

    @Override
    public <T> T inTransaction(Work<T> work) throws RecordProblem {
        try (SqlSession session =
                sessions.openSession(
                        ExecutorType.REUSE, TransactionIsolationLevel.READ_COMMITTED)) {
            var result = work.with(session.getMapper(JournalMapper.class));
            session.commit(true);
            return result;
        } catch (PersistenceException e) {
            throw Problems.of(e);
        }
    }

    @Override
    public void close() {
        pool.forceCloseAll();
        shutDown(path);
    }

    private static void shutDown(String path) {
        var derby = new EmbeddedDataSource();
        derby.setDatabaseName(path);
        derby.setShutdownDatabase("shutdown");
        try {
            derby.getConnection().close();
        } catch (SQLException e) {
            // 08006 says that this one database was shut down, which is what was asked for.
            if (!"08006".equals(e.getSQLState()))
                System.getLogger("rotable.store").log(System.Logger.Level.WARNING, "shutdown", e);
        }
    }
}
