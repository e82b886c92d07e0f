// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.bench.BenchState.Row;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.reference.Reference;
import rotable.release.Line;
import rotable.release.Stage;

/// Composes what the bench shows.
final class States {
    private final Context context;
    private final Tests tests;
    private final ScanLog log;
    private Map<UnitId, Row> rows = Map.of();
    private Reference judgedBy = Reference.EMPTY;

    States(Context context, Tests tests, ScanLog log) {
        this.context = context;
        this.tests = tests;
        this.log = log;
    }

    BenchState of(Answer answer) throws RecordProblem {
        return new BenchState(
                context.bench,
                context.person(),
                context.hand(),
                parked(),
                context.pending(),
                context.world(List.of()).gate(Optional.empty()),
                Expectation.of(context, tests),
                context.receiving(),
                context.record.waiting(),
                context.reference(),
                context.drafts(),
                log.lines(),
                context.record.spaceLeft(),
                answer);
    }

    // Units and reference data are immutable: the same object is the same state, without a long
    // look.
    @SuppressWarnings("ReferenceEquality")
    private List<Row> parked() throws RecordProblem {
        if (judgedBy != context.reference()) rows = Map.of();
        judgedBy = context.reference();
        var now = new HashMap<UnitId, Row>();
        for (var id : context.record.openHere())
            if (context.handId().filter(id::equals).isEmpty()) now.put(id, row(id));
        rows = now;
        var sorted = new ArrayList<>(now.values());
        sorted.sort(Comparator.comparing(States::opened));
        return sorted;
    }

    private static Instant opened(Row row) {
        return row.unit().order().map(o -> o.opened().at()).orElse(Instant.EPOCH);
    }

    /// A unit is judged anew only when something was recorded of it.
    @SuppressWarnings("ReferenceEquality")
    private Row row(UnitId id) throws RecordProblem {
        var unit = context.record.unit(id);
        var before = rows.get(id);
        if (before != null && before.unit() == unit) return before;
        var gate = context.gateOf(unit);
        var missing = gate.stream().filter(Line::blocks).findFirst();
        return new Row(unit, Stage.of(unit, gate), missing);
    }
}
