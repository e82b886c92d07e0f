// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

import java.util.List;
import java.util.Optional;

/// The criteria under which units of a part return to service: which, with which tests, steps and
/// software. An order is pinned to the version it was opened under.
///
/// @param criteria ids such as `G07`
/// @param regulated whether lacking a qualification (G13) is hard
/// @param dualSignOff whether an inspection by a second person is required (G14)
public record CriteriaSet(
        String id,
        List<String> criteria,
        List<Step> steps,
        List<TestSpec> tests,
        List<String> software,
        boolean dualSignOff,
        boolean regulated) {
    public CriteriaSet {
        criteria = List.copyOf(criteria);
        steps = List.copyOf(steps);
        tests = List.copyOf(tests);
        software = List.copyOf(software);
    }

    /// The required test of that id.
    public Optional<TestSpec> test(String id) {
        return tests.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /// The checklist of a phase, in order.
    public List<Step> steps(Step.Phase phase) {
        return steps.stream().filter(s -> s.phase() == phase).toList();
    }

    /// The step of that id.
    public Optional<Step> step(String id) {
        return steps.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
