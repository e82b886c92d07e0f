// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rotable.fact.Reading;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.identity.AssetId;
import rotable.journal.Stamp;

/// One run of a test; all runs are kept.
///
/// @param due the equipment's calibration as it was known at the time
/// @param timer when the timer was started, in tests that have one
/// @param ended absent while the run is under way
public record TestRun(
        String test,
        Optional<AssetId> equipment,
        Optional<LocalDate> due,
        Stamp begun,
        Optional<Stamp> timer,
        List<Reading> readings,
        Optional<Result> result,
        Optional<Stamp> ended) {
    public TestRun {
        readings = List.copyOf(readings);
    }

    /// The reading of that measure.
    public Optional<Reading> reading(String measure) {
        return readings.stream().filter(r -> r.measure().equals(measure)).findFirst();
    }

    /// The entry that counts as evidence: the run's end, or its begin while it is under way.
    public Stamp stamp() {
        return ended.orElse(begun);
    }
}
