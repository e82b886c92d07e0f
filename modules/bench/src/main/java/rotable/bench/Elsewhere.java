// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.fact.CustodyFact;
import rotable.fact.ReleaseFact;
import rotable.journal.Stamp;
import rotable.unit.Change;
import rotable.unit.Order;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// What other benches did with a unit, each once.
final class Elsewhere {
    private final String bench;
    private final Set<String> known = new HashSet<>();

    Elsewhere(String bench) {
        this.bench = bench;
    }

    /// The last change of a unit that another bench recorded, if it is new. What was tested here
    /// meanwhile may have to be tested again.
    Optional<Change> changed(Unit unit) {
        var fresh =
                unit.order().map(Order::changes).orElse(List.of()).stream()
                        .filter(c -> !c.stated() && !isHere(c.stamp()))
                        .filter(c -> known.add(c.stamp().hash()))
                        .toList();
        return fresh.isEmpty() || unit.openOrder().isEmpty()
                ? Optional.empty()
                : Optional.of(fresh.getLast());
    }

    /// How another bench brought the last stay of a unit to its end, if that is new.
    Optional<Word.ClosedElsewhere> closed(Unit unit) {
        if (unit.order().isEmpty() || unit.openOrder().isPresent()) return Optional.empty();
        for (var r : unit.own().reversed()) {
            var how = closing(r);
            if (how.isEmpty()) continue;
            return !isHere(r.stamp()) && known.add("closed " + r.stamp().hash())
                    ? how.map(
                            h -> new Word.ClosedElsewhere(unit.id().serial(), h, r.stamp().bench()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Word.Closing> closing(Recorded r) {
        if (r.without().isPresent()) return Optional.empty();
        return switch (r.fact()) {
            case ReleaseFact.Released f -> Optional.of(Word.Closing.RELEASED);
            case ReleaseFact.Ended f -> Optional.of(Word.Closing.ENDED);
            case CustodyFact.Shipped f -> Optional.of(Word.Closing.SHIPPED);
            default -> Optional.empty();
        };
    }

    /// Where a unit was taken in hand last, if that is another bench and new.
    Optional<Word.TakenElsewhere> taken(Unit unit) {
        for (var r : unit.own().reversed()) {
            if (!(r.fact() instanceof CustodyFact.TakenInHand)) continue;
            return unit.openOrder().isPresent()
                            && !isHere(r.stamp())
                            && known.add("taken " + r.stamp().hash())
                    ? Optional.of(new Word.TakenElsewhere(unit.id().serial(), r.stamp().bench()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean isHere(Stamp stamp) {
        return stamp.bench().equals(bench);
    }
}
