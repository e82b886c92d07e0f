// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import rotable.people.Person;
import rotable.reference.Reference;
import rotable.release.Line;
import rotable.release.Stage;
import rotable.unit.Case;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// What a bench shows: one immutable picture after each answer.
///
/// @param hand the unit in hand
/// @param parked units with an open order at this bench that are not in hand, oldest order first
/// @param expects what a scan would do now, as cards and kinds of label
/// @param waiting entries that central has not acknowledged
/// @param waitingSince when the oldest of them was recorded
/// @param link how the exchange with the centre is
/// @param disputes what waits for a supervisor, for supervisors alone
/// @param drafts text that was typed for the unit in hand and not entered yet, by field
/// @param heard the last scans, newest first
/// @param spaceLeft bytes on the disk, where that is little
/// @param clockAhead how far the bench's clock is ahead of the centre's, or behind, where that is
///   more than five minutes
public record BenchState(
        String bench,
        Optional<Person> person,
        Optional<Unit> hand,
        List<Row> parked,
        Pending pending,
        List<Line> gate,
        List<String> expects,
        boolean receiving,
        long waiting,
        Optional<Instant> waitingSince,
        Link link,
        List<Dispute> disputes,
        Reference reference,
        Map<String, String> drafts,
        List<Heard> heard,
        Optional<Long> spaceLeft,
        Optional<Duration> clockAhead,
        Answer last)
        implements Standing {
    public BenchState {
        parked = List.copyOf(parked);
        disputes = List.copyOf(disputes);
        gate = List.copyOf(gate);
        expects = List.copyOf(expects);
        drafts = Map.copyOf(drafts);
        heard = List.copyOf(heard);
    }

    /// What two benches recorded of a unit and can't both hold.
    ///
    /// @param first the entry that was placed first
    /// @param blocked the units that are not released before it is settled
    /// @param released units that stand released although it concerns them: they are looked at
    ///   again
    public record Dispute(
            Unit unit,
            Case dispute,
            Optional<Recorded> first,
            List<UnitId> blocked,
            List<Released> released) {
        public Dispute {
            blocked = List.copyOf(blocked);
            released = List.copyOf(released);
        }
    }

    /// A unit that stands released although a case concerns it: its releaser could not know, so the
    /// release stands, and somebody has to look at the unit again.
    public record Released(UnitId unit, ReleaseId release) {}

    /// A unit that is open at the bench.
    ///
    /// @param missing the first criterion that stands in the way of its release
    public record Row(Unit unit, Stage stage, Optional<Line> missing) {}
}
