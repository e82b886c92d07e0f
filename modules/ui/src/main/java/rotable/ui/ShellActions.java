// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.Optional;
import rotable.identity.UnitId;
import rotable.unit.Declaration;

/// What the window asks for; everything ends at the bench.
public interface ShellActions {
    void command(String verb, Optional<String> argument);

    /// Text of the entry field: a value, a reason, or a serial and why it is typed.
    void typed(String text);

    /// What was said of the unit when it came in.
    void declare(Declaration said);

    void pin(char[] pin);

    void open(UnitId unit);

    void switchTheme();
}
