// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.fact.CustodyFact;
import rotable.fact.IntakeFact;
import rotable.fact.UnitFact;

/// What is in the way of taking a command back: everything that was built on it since.
public final class Undoing {
    private Undoing() {}

    /// The newest entry about a unit that was built on a command about it: work, evidence, a
    /// decision or another stay; notes and custody are not. Absent where there is none, or the unit
    /// knows nothing of the command.
    public static Optional<Recorded> builtOn(Unit unit, String command) {
        var undone = undone(unit.history());
        var own = unit.own();
        if (own.stream().noneMatch(r -> r.entry().envelope().command().equals(command)))
            return Optional.empty();
        for (var r : own.reversed()) {
            var its = r.entry().envelope().command();
            if (its.equals(command)) return Optional.empty();
            if (r.without().isEmpty() && builds(unit, r) && !undone.contains(its))
                return Optional.of(r);
        }
        return Optional.empty();
    }

    private static boolean builds(Unit unit, Recorded r) {
        return r.fact() instanceof UnitFact
                && !(r.fact() instanceof CaseFact.Split s && isAside(unit, s))
                && !(r.fact() instanceof CustodyFact)
                && !(r.fact() instanceof IntakeFact.Noted);
    }

    /// A component only knows that two other units were told apart, and a bench that works on them
    /// has it know earlier than others do.
    private static boolean isAside(Unit unit, CaseFact.Split split) {
        return !split.unit().equals(unit.id()) && !split.second().equals(unit.id());
    }

    /// The commands of a history that were taken back.
    static Set<String> undone(List<Recorded> history) {
        var commands = new HashSet<String>();
        for (var r : history)
            if (r.fact() instanceof BenchFact.Undone u && r.without().isEmpty())
                commands.add(u.command());
        return commands;
    }
}
