// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.fact.RepairFact.Removed.Match;
import rotable.fact.Subject;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.identity.UnitId;

/// Whether a command takes effect, decided once in canonical order against the state of all its
/// subjects. What a bench decided for itself always does; what arrives from elsewhere, or comes in
/// another order than it was made in, may meet a state that it contradicts. Its facts take effect
/// together or not at all, for parent and component alike, and stay in the record either way.
public final class Outcomes {
    private final Function<UnitId, Unit> before;
    private final Map<UnitId, Unit> within = new HashMap<>();

    private Outcomes(Function<UnitId, Unit> before) {
        this.before = before;
    }

    /// Why a command has no effect; empty where it has.
    ///
    /// @param command its entries in their order
    /// @param before the state of a unit before the command
    public static Optional<String> without(List<Recorded> command, Function<UnitId, Unit> before) {
        if (command.stream().noneMatch(r -> guarded(r))) return Optional.empty();
        return new Outcomes(before).decide(command);
    }

    private static boolean guarded(Recorded r) {
        return r.fact() instanceof IntakeFact.Received
                || r.fact() instanceof RepairFact.Removed
                || r.fact() instanceof RepairFact.Installed
                || r.fact() instanceof ReleaseFact.Released
                || r.fact() instanceof ReleaseFact.Ended;
    }

    private Optional<String> decide(List<Recorded> command) {
        for (var r : command) {
            var why = contradiction(r);
            if (why.isPresent()) return why;
            apply(r);
        }
        return Optional.empty();
    }

    private Unit unit(UnitId id) {
        return within.computeIfAbsent(id, before);
    }

    private void apply(Recorded r) {
        for (var subject : r.entry().envelope().subjects()) {
            if (subject.kind() != Subject.Kind.UNIT) continue;
            var id = UnitId.parse(subject.id());
            var history = new ArrayList<>(unit(id).history());
            history.add(r);
            within.put(id, Unit.of(id, history));
        }
    }

    private Optional<String> contradiction(Recorded r) {
        return switch (r.fact()) {
            case IntakeFact.Received f ->
                    unit(f.unit()).openOrder().map(o -> "order " + o.id() + " is open");
            case RepairFact.Removed f -> removed(f);
            case RepairFact.Installed f -> installed(f);
            case ReleaseFact.Released f -> closed(f.unit());
            case ReleaseFact.Ended f -> closed(f.unit());
            default -> Optional.empty();
        };
    }

    private Optional<String> closed(UnitId id) {
        return unit(id).openOrder().isPresent()
                ? Optional.empty()
                : Optional.of("no order is open");
    }

    private Optional<String> removed(RepairFact.Removed f) {
        var tree = unit(f.unit()).children();
        if (!tree.containsKey(f.position())) return Optional.empty();
        var there = tree.getOrDefault(f.position(), Optional.empty());
        if (there.isEmpty()) return Optional.of(f.position() + " is open");
        if (f.match() == Match.MISMATCHED || f.child().isEmpty() || f.child().equals(there))
            return Optional.empty();
        return Optional.of(holds(f.position(), there.get()));
    }

    private Optional<String> installed(RepairFact.Installed f) {
        var there = unit(f.unit()).children().getOrDefault(f.position(), Optional.empty());
        if (there.isPresent()) return Optional.of(holds(f.position(), there.get()));
        return f.child()
                .asUnit()
                .flatMap(child -> unit(child).installedIn())
                .map(p -> f.child().mark() + " is installed in " + p.parent().serial());
    }

    private static String holds(PositionId position, Child child) {
        return position + " holds " + child.mark();
    }
}
