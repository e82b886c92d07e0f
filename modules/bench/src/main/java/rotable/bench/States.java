// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.bench.BenchState.Dispute;
import rotable.bench.BenchState.Row;
import rotable.people.Role;
import rotable.record.DepotRecord.OpenUnit;
import rotable.record.RecordProblem;
import rotable.reference.Reference;
import rotable.release.Line;
import rotable.release.Stage;
import rotable.unit.Case;
import rotable.unit.Recorded;

/// Composes what the bench shows.
final class States {
    private final Context context;
    private final Tests tests;
    private final ScanLog log;
    private Map<OpenUnit, Row> rows = Map.of();
    private Optional<Basis> judgedOn = Optional.empty();

    /// What all rows depend on beside their own unit.
    private record Basis(Reference reference, boolean verified, boolean damaged, LocalDate day) {
        // Reference data is immutable: the same object is the same data, without a long look.
        @SuppressWarnings("ReferenceEquality")
        boolean same(Basis other) {
            return reference == other.reference
                    && verified == other.verified
                    && damaged == other.damaged
                    && day.equals(other.day);
        }
    }

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
                context.record.waitingSince(),
                context.link(),
                disputes(),
                context.reference(),
                context.drafts(),
                log.lines(),
                context.record.spaceLeft(),
                context.clock.ahead(),
                answer);
    }

    private List<Dispute> disputes() throws RecordProblem {
        var found = new ArrayList<Dispute>();
        if (context.person().filter(p -> p.is(Role.SUPERVISOR)).isEmpty()) return found;
        for (var id : context.record.disputed()) {
            var unit = context.record.unit(id);
            if (unit.order().isEmpty() && LookAgain.ofUnits(context.record, unit)) continue;
            for (var c : unit.undecided())
                found.add(
                        new Dispute(
                                unit,
                                c,
                                first(c),
                                LookAgain.blocked(context.record, c),
                                LookAgain.at(context.record, c)));
        }
        return found;
    }

    private Optional<Recorded> first(Case dispute) throws RecordProblem {
        return context.record.recorded(dispute.first());
    }

    private List<Row> parked() throws RecordProblem {
        var basis = basis();
        if (judgedOn.filter(basis::same).isEmpty()) rows = Map.of();
        judgedOn = Optional.of(basis);
        var now = new HashMap<OpenUnit, Row>();
        for (var open : context.record.openHere())
            if (context.handId().filter(open.unit()::equals).isEmpty()) now.put(open, row(open));
        rows = now;
        var sorted = new ArrayList<>(now.values());
        sorted.sort(Comparator.comparing(States::opened));
        return sorted;
    }

    private Basis basis() {
        var chains = context.record.integrity();
        var zone = context.reference().zone();
        return new Basis(
                context.reference(),
                chains.verifiedTo() == chains.head(),
                chains.damage().isPresent(),
                LocalDate.ofInstant(context.clock.instant(), zone));
    }

    private static Instant opened(Row row) {
        return row.unit().order().map(o -> o.opened().at()).orElse(Instant.EPOCH);
    }

    /// A unit is judged anew only when something was recorded of it; what happens to a component
    /// elsewhere shows when the unit is taken up.
    private Row row(OpenUnit open) throws RecordProblem {
        var before = rows.get(open);
        if (before != null) return before;
        var unit = context.record.unit(open.unit());
        var gate = context.gateOf(unit);
        var missing = gate.stream().filter(Line::blocks).min(Comparator.comparingInt(Line::rank));
        return new Row(unit, Stage.of(unit, gate), missing);
    }
}
