// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import rotable.decision.Settlement;
import rotable.identity.UnitId;
import rotable.unit.Declaration;

/// What the window asks for; everything ends at the bench.
public interface ShellActions {
    void command(String verb, Optional<String> argument);

    /// Text of the entry field: a value, a reason, or a serial and why it is typed.
    void typed(String text);

    /// What was said of a unit when it came in, in place of what was typed into that field.
    void declare(UnitId unit, String field, Declaration said);

    /// Keeps what is typed for a unit in a field and not entered yet.
    void draft(UnitId unit, String field, String text);

    void pin(char[] pin);

    void open(UnitId unit);

    /// Settles a contradiction between benches.
    void settle(UnitId unit, String dispute, Settlement how);

    /// Looks for units; told on the screen's lane.
    void find(String text, Consumer<List<UnitId>> found);

    /// Shows the label of the unit in hand.
    void preview();

    /// Writes command cards and badges as PDF; told on the screen's lane what became of it.
    void saveSheet(Consumer<String> done);

    void switchTheme();

    /// Asks for an exchange with the centre, now.
    void exchange();

    /// Begins or ends a scanner's self-test: what scanners send and keys type comes to the
    /// listener, on the screen's lane, with whether a terminator ended it.
    void selfTest(Optional<BiConsumer<String, Boolean>> received);
}
