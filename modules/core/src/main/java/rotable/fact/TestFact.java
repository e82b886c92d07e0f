// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rotable.identity.AssetId;
import rotable.identity.OrderId;
import rotable.identity.UnitId;

/// What a test measured.
public sealed interface TestFact extends UnitFact {
    /// A run of a test began.
    ///
    /// @param equipment the equipment it is taken with, where the test needs any
    /// @param due the calibration's last good day, as it was known then
    record TestBegun(
            UnitId unit,
            OrderId order,
            String test,
            Optional<AssetId> equipment,
            Optional<LocalDate> due)
            implements TestFact, UnderOrder {
        @Override
        public List<Subject> subjects() {
            return Stream.concat(Stream.of(Subject.of(unit)), equipment.stream().map(Subject::of))
                    .toList();
        }
    }

    /// The run's timer was started.
    record TimerStarted(UnitId unit, OrderId order, String test) implements TestFact, UnderOrder {}

    /// One value of the run that is under way.
    record Measured(UnitId unit, OrderId order, String test, Reading reading)
            implements TestFact, UnderOrder {}

    /// The run came to its end; its values stand in the entries since it began.
    record TestEnded(UnitId unit, OrderId order, String test, Result result)
            implements TestFact, UnderOrder {
        /// How a run ended.
        public enum Result {
            PASS,
            FAIL,
            ABORTED
        }
    }
}
