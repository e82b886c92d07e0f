// SPDX-License-Identifier: LicenseRef-Rotable
package offenders.rotable.release;

/// Core must not know of databases.
public final class UsesADatabase {
    public boolean open(java.sql.Connection connection) throws java.sql.SQLException {
        return !connection.isClosed();
    }
}
