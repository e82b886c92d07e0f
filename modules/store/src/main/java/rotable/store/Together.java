// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;

/// Writes an insert of one row as one of [#ROWS], from a list of as many that is named `rows`. The
/// statement is made once; one with a loop in it would be made anew for each use, which takes half
/// as long as the insert.
final class Together extends XMLLanguageDriver {
    /// How many rows an insert has: with more, the database takes longer for each.
    static final int ROWS = 20;

    private static final String VALUES = " VALUES ";

    @Override
    public SqlSource createSqlSource(Configuration to, String insert, Class<?> parameters) {
        int at = insert.indexOf(VALUES) + VALUES.length();
        var row = insert.substring(at);
        var rows =
                IntStream.range(0, ROWS)
                        .mapToObj(i -> row.replace("#{", "#{rows[%d].".formatted(i)))
                        .collect(Collectors.joining(", "));
        return super.createSqlSource(to, insert.substring(0, at) + rows, parameters);
    }
}
