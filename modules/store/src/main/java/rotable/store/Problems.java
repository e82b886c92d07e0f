// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.sql.SQLException;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// Says what a database error means.
final class Problems {
    private Problems() {}

    static RecordProblem of(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause())
            if (t instanceof SQLException s) return new RecordProblem(kind(s), said(s), error);
        return new RecordProblem(Kind.OTHER, String.valueOf(error.getMessage()), error);
    }

    /// What keeps a database from being opened, and is none of the usual, is damage.
    static RecordProblem opening(Throwable error) {
        var problem = of(error);
        return problem.kind() == Kind.OTHER
                ? new RecordProblem(Kind.DAMAGED, String.valueOf(problem.getMessage()), error)
                : problem;
    }

    /// Of a damaged page the whole is told, which says nothing to anybody.
    private static String said(SQLException error) {
        // XJ040 only says that there is another one that tells why.
        var next = error.getNextException();
        if ("XJ040".equals(error.getSQLState()) && next != null) return said(next);
        var first = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        return first.replaceFirst(",? page dump follows: Hex dump:$", "").replaceFirst("\\.+$", "");
    }

    /// Derby's own codes: XSDB6 a second process, XSDG1 no space, 25502 and 40XD1 read-only, XSD*,
    /// XJ001 and everything of severity 45000 or more: damage.
    private static Kind kind(SQLException error) {
        for (var e = error; e != null; e = e.getNextException()) {
            var state = String.valueOf(e.getSQLState());
            if (state.equals("XSDB6")) return Kind.IN_USE;
            if (state.equals("XSDG1") || state.equals("XSLA4")) return Kind.DISK_FULL;
            if (state.equals("25502") || state.equals("40XD1") || state.equals("XBM0H"))
                return Kind.READ_ONLY;
            // 42X: a table or a column is not there, which all statements here were made for.
            if (state.startsWith("XSD") || state.startsWith("42X")) return Kind.DAMAGED;
            if (state.equals("XJ001") || e.getErrorCode() >= 45000) return Kind.DAMAGED;
        }
        return Kind.OTHER;
    }
}
