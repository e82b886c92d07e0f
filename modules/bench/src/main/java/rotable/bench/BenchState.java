// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.List;
import java.util.Optional;
import rotable.people.Person;
import rotable.reference.Reference;
import rotable.release.Line;
import rotable.unit.Unit;

/// What a bench shows: one immutable picture after each answer.
///
/// @param hand the unit in hand
/// @param parked units with an open order at this bench that are not in hand
/// @param expects what a scan would do now, as cards and kinds of label
/// @param waiting entries that central has not acknowledged
public record BenchState(
        String bench,
        Optional<Person> person,
        Optional<Unit> hand,
        List<Unit> parked,
        Pending pending,
        List<Line> gate,
        List<String> expects,
        boolean receiving,
        long waiting,
        Reference reference,
        Answer last) {
    public BenchState {
        parked = List.copyOf(parked);
        gate = List.copyOf(gate);
        expects = List.copyOf(expects);
    }
}
