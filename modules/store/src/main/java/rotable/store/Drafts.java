// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;

/// What is typed for a unit and not entered yet, by field. Read once a unit, then kept in memory as
/// well: every state of the bench shows it.
final class Drafts {
    private static final int LONGEST = 1_000;
    private static final int CACHED = 64;

    private final Database database;
    private final Map<UnitId, Map<String, String>> cache = new LinkedHashMap<>();

    Drafts(Database database) {
        this.database = database;
    }

    Map<String, String> of(UnitId unit) throws RecordProblem {
        var cached = cache.get(unit);
        if (cached != null) return cached;
        var drafts = new HashMap<String, String>();
        for (var row : database.inTransaction(db -> db.drafts(unit.toString())))
            drafts.put(row.field(), row.text());
        if (cache.size() >= CACHED) cache.clear();
        cache.put(unit, drafts);
        return drafts;
    }

    void keep(UnitId unit, String field, String text) throws RecordProblem {
        var kept = text.substring(0, Math.min(LONGEST, text.length()));
        if (of(unit).getOrDefault(field, "").equals(kept)) return;
        database.inTransaction(
                db -> {
                    db.dropDraft(unit.toString(), field);
                    if (!kept.isEmpty()) db.insertDraft(unit.toString(), field, kept);
                    return 0;
                });
        cache.remove(unit);
    }
}
