// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rotable.fact.Subject;
import rotable.identity.UnitId;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.unit.Case;
import rotable.unit.Order;
import rotable.unit.Place;
import rotable.unit.Release;
import rotable.unit.Unit;

/// Released units that a case concerns: its releaser could not know of it, so the release stands,
/// and somebody has to look at the unit again.
final class LookAgain {
    private LookAgain() {}

    /// The units that a case is about, and those that its components sit in, as far as a release of
    /// theirs stands.
    static List<Unit> at(DepotRecord record, Case dispute) throws RecordProblem {
        Map<UnitId, Unit> found = new LinkedHashMap<>();
        for (var subject : dispute.second().entry().envelope().subjects()) {
            if (subject.kind() != Subject.Kind.UNIT) continue;
            var unit = record.unit(UnitId.parse(subject.id()));
            if (released(unit)) found.put(unit.id(), unit);
            var parent = unit.installedIn().map(Place::parent);
            if (parent.isEmpty()) continue;
            var in = record.unit(parent.get());
            if (released(in)) found.put(in.id(), in);
        }
        return List.copyOf(found.values());
    }

    private static boolean released(Unit unit) {
        return unit.order().flatMap(Order::release).filter(Release::stands).isPresent();
    }
}
