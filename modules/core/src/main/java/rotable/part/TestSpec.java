// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

import java.util.List;
import java.util.Optional;

/// A test that a criteria set requires: what is measured, within which limits, with what.
///
/// @param equipment the kind of test equipment it needs, such as `DMM`; absent when none
public record TestSpec(
        String id, String title, Optional<String> equipment, List<Measure> measures) {
    public TestSpec {
        measures = List.copyOf(measures);
        if (measures.isEmpty())
            throw new IllegalArgumentException("test " + id + " has no measure");
    }

    /// The measure that the bench's own timer takes, if the test has one.
    public Optional<Measure> timed() {
        return measures.stream().filter(m -> m.source() == Measure.Source.TIMER).findFirst();
    }
}
