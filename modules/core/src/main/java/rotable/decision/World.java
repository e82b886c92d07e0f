// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import rotable.fact.Judged;
import rotable.identity.OwnId.Kind;
import rotable.identity.UnitId;
import rotable.part.CriteriaSet;
import rotable.people.Person;
import rotable.reference.Reference;
import rotable.release.Integrity;
import rotable.release.Line;
import rotable.release.Question;
import rotable.release.ReturnToServiceGate;
import rotable.unit.Order;
import rotable.unit.Unit;

/// What a decision is made from: the reference data, the units concerned, the soundness of the
/// record, and the time. Everything that differs from one bench to the next arrives through here.
///
/// @param bench where it is decided
/// @param hand the unit in hand
/// @param units every other unit that the intent concerns, and the components of the one in hand
/// @param ids makes an own id of that kind for the command's next entry
public record World(
        String bench,
        Reference reference,
        Optional<Unit> hand,
        Map<UnitId, Unit> units,
        Integrity integrity,
        Instant now,
        Function<Kind, String> ids) {
    /// A unit by its id, unknown if nothing is recorded of it.
    Unit unit(UnitId id) {
        if (hand.filter(h -> h.id().equals(id)).isPresent()) return hand.get();
        var unit = units.get(id);
        return unit == null ? Unit.of(id, List.of()) : unit;
    }

    /// The criteria set that an order is pinned to.
    Optional<CriteriaSet> set(Order order) {
        return reference.set(order.set(), order.setVersion());
    }

    /// The gate of the unit in hand, as it would answer this releaser.
    public List<Line> gate(Optional<Person> releaser) {
        if (hand.isEmpty() || hand.get().order().isEmpty()) return List.of();
        var order = hand.get().order().get();
        return set(order)
                .map(
                        s ->
                                ReturnToServiceGate.evaluate(
                                        new Question(
                                                hand.get(),
                                                order,
                                                s,
                                                reference,
                                                units,
                                                releaser,
                                                integrity,
                                                now)))
                .orElse(List.of());
    }

    /// What a signer of this moment sees.
    List<Judged> judged(Optional<Person> releaser) {
        return ReturnToServiceGate.judged(gate(releaser));
    }
}
