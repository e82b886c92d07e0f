// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import rotable.bench.BenchState.Released;
import rotable.fact.Subject;
import rotable.fact.UnitFact;
import rotable.identity.UnitId;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.unit.Case;
import rotable.unit.Order;
import rotable.unit.Place;
import rotable.unit.Release;
import rotable.unit.Unit;

/// What a case reaches: the units that are not released because of it, and those that are already.
final class LookAgain {
    private LookAgain() {}

    /// The releases that stand of the units that a case concerns, the first receipt's among them.
    static List<Released> at(DepotRecord record, Case dispute) throws RecordProblem {
        var found = new ArrayList<Released>();
        for (var id : concerned(record, dispute)) {
            var unit = record.unit(id);
            var first = unit.orders().stream().filter(o -> isFirst(o, dispute));
            Stream.concat(first, unit.order().stream())
                    .distinct()
                    .flatMap(o -> o.release().stream())
                    .filter(Release::stands)
                    .forEach(r -> found.add(new Released(id, r.id())));
        }
        return List.copyOf(found);
    }

    private static boolean isFirst(Order order, Case dispute) {
        return order.opened().hash().equals(dispute.first());
    }

    /// Whether every open case of a component is settled at a unit.
    static boolean ofUnits(DepotRecord record, Unit component) throws RecordProblem {
        for (var c : component.openCases()) {
            var units = 0;
            for (var id : concerned(record, c)) {
                var unit = record.unit(id);
                if (unit.order().isPresent() && isOpen(unit, c)) units++;
            }
            if (units == 0) return false;
        }
        return true;
    }

    /// The units that are not released before a case is settled.
    static List<UnitId> blocked(DepotRecord record, Case dispute) throws RecordProblem {
        var found = new ArrayList<UnitId>();
        for (var id : concerned(record, dispute)) {
            var unit = record.unit(id);
            if (unit.openOrder().isEmpty()) continue;
            for (var judged : unit.judged().toList())
                if (isOpen(record.unit(judged), dispute) && !found.contains(id)) found.add(id);
        }
        return List.copyOf(found);
    }

    private static boolean isOpen(Unit unit, Case dispute) {
        return unit.openCases().stream().anyMatch(c -> c.id().equals(dispute.id()));
    }

    /// The units that a case is about, and those that its components sit in.
    private static SequencedSet<UnitId> concerned(DepotRecord record, Case dispute)
            throws RecordProblem {
        var found = new LinkedHashSet<UnitId>();
        if (dispute.second().fact() instanceof UnitFact f)
            found.add(record.unit(f.unit()).owner(f));
        for (var subject : dispute.second().entry().envelope().subjects()) {
            if (subject.kind() != Subject.Kind.UNIT) continue;
            var unit = record.unit(UnitId.parse(subject.id()));
            found.add(unit.id());
            unit.installedIn().map(Place::parent).ifPresent(found::add);
        }
        return found;
    }
}
