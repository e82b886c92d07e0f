// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.Optional;

/// The terminal in front of which somebody sits, if there is one.
final class Tty {
    private Tty() {}

    // Which of the two it is, null or no terminal, changed between releases of Java.
    @SuppressWarnings("SystemConsoleNull")
    static Optional<java.io.Console> present() {
        var console = System.console();
        return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
    }
}
