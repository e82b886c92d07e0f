// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rotable.unit.Recorded;

/// What this bench sealed and the centre has not placed yet, command by command, as it is decided:
/// kept because a bench that comes back after days has a long one, and each batch is laid under it.
final class Tail {
    private @Nullable List<List<Recorded>> commands;

    List<List<Recorded>> commands(Supplier<List<List<Recorded>>> reading) {
        if (commands == null) commands = new ArrayList<>(reading.get());
        return commands;
    }

    /// A command was sealed.
    void sealed(List<Recorded> command) {
        if (commands != null) commands.add(command);
    }

    /// The centre placed a command of this bench.
    void placed(List<Recorded> command) {
        var hash = command.getFirst().stamp().hash();
        if (commands != null) commands.removeIf(c -> c.getFirst().stamp().hash().equals(hash));
    }

    /// The commands were decided anew.
    void decided(List<List<Recorded>> now) {
        commands = now;
    }

    /// The rows are read again the next time.
    void forget() {
        commands = null;
    }
}
