// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.part.Part;
import rotable.unit.Change;
import rotable.unit.Release;
import rotable.unit.Unit;

/// G06: what was installed may be there.
final class ComponentCriteria {
    private ComponentCriteria() {}

    static List<Line.Answer> installedEligible(Question q) {
        var problems = new ArrayList<Line.Answer>();
        var installed = 0;
        for (var entry : q.unit().children().entrySet()) {
            if (entry.getValue().isEmpty()) continue;
            installed++;
            problem(q, entry.getKey(), entry.getValue().get())
                    .ifPresent(f -> problems.add(Line.fails(f)));
        }
        if (!problems.isEmpty()) return List.copyOf(problems);
        return List.of(Line.holds(new Finding.InstalledEligible(installed)));
    }

    private static Optional<Finding> problem(Question q, PositionId position, Child child) {
        if (!accepts(q, position, child))
            return Optional.of(new Finding.NotAccepted(child, position));
        var over = shelfLifeOver(q, position, child);
        if (over.isPresent()) return over;
        return child.asUnit()
                .map(q.components()::get)
                .flatMap(unit -> unitProblem(q, position, child, unit));
    }

    /// An item must not have been past its shelf life on the day it was installed.
    private static Optional<Finding> shelfLifeOver(Question q, PositionId position, Child child) {
        return q.reference()
                .shelfLife(child)
                .filter(
                        until ->
                                q.order().changes().stream()
                                        .filter(c -> c.kind() == Change.Kind.INSTALLED)
                                        .filter(c -> c.position().equals(Optional.of(position)))
                                        .filter(c -> c.child().equals(Optional.of(child)))
                                        .anyMatch(c -> q.day(c.stamp()).isAfter(until)))
                .map(until -> new Finding.ShelfLifeOver(child, until));
    }

    private static boolean accepts(Question q, PositionId position, Child child) {
        return q.reference()
                .part(q.unit().id().part())
                .flatMap(p -> p.position(position))
                .filter(p -> p.accepts().contains(child.part()))
                .isPresent();
    }

    private static Optional<Finding> unitProblem(
            Question q, PositionId position, Child child, Unit unit) {
        if (unit.scrapped()) return Optional.of(new Finding.ComponentScrapped(child));
        if (!unit.holds().isEmpty())
            return Optional.of(new Finding.ComponentHeld(child, unit.holds().getFirst().reason()));
        var place = unit.installedIn();
        if (place.isPresent() && !isHere(q.unit().id(), position, place.get()))
            return Optional.of(
                    new Finding.ComponentElsewhere(
                            child, place.get().parent(), place.get().position()));
        var needsRelease = q.reference().part(child.part()).map(Part::ownRelease).orElse(false);
        if (needsRelease
                && unit.order().flatMap(o -> o.release()).filter(Release::stands).isEmpty())
            return Optional.of(new Finding.ComponentNotReleased(child));
        return Optional.empty();
    }

    private static boolean isHere(UnitId parent, PositionId position, rotable.unit.Place place) {
        return place.parent().equals(parent) && place.position().equals(position);
    }
}
