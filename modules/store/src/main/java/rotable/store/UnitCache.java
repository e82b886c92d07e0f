// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rotable.identity.UnitId;
import rotable.unit.Unit;

/// The units that were read last. It is bounded by entries, not by units: a unit of a hundred
/// entries weighs a hundred times one of a single entry, and much of it would only make the garbage
/// collector pause.
final class UnitCache {
    private static final int ENTRIES = 10_000;

    private final Map<UnitId, Unit> units = new LinkedHashMap<>(64, 0.75f, true);
    private int entries;

    Optional<Unit> get(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    void put(Unit unit) {
        var before = units.put(unit.id(), unit);
        entries += weight(unit) - (before == null ? 0 : weight(before));
        var oldest = units.values().iterator();
        while (entries > ENTRIES && units.size() > 1) {
            entries -= weight(oldest.next());
            oldest.remove();
        }
    }

    private static int weight(Unit unit) {
        return 1 + unit.history().size();
    }

    void clear() {
        units.clear();
        entries = 0;
    }
}
