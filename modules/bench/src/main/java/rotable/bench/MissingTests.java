// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.List;
import java.util.Optional;
import rotable.part.CriteriaSet;
import rotable.part.Measure.Source;
import rotable.part.TestSpec;
import rotable.record.RecordProblem;
import rotable.release.Finding;
import rotable.release.Line;

/// Which tests the gate still asks for, whatever the criterion that does.
final class MissingTests {
    private final Context context;

    MissingTests(Context context) {
        this.context = context;
    }

    /// Tests that the gate still asks for, in the order of the set, without those under way.
    List<TestSpec> of(CriteriaSet set) throws RecordProblem {
        var asked =
                context.world(List.of()).gate(Optional.empty()).stream()
                        .filter(Line::blocks)
                        .flatMap(l -> testOf(set, l.finding()).stream())
                        .toList();
        var running = context.openOrder().map(o -> o.running(context.bench)).orElse(List.of());
        return set.tests().stream()
                .filter(t -> asked.contains(t.id()))
                .filter(t -> running.stream().noneMatch(r -> r.test().equals(t.id())))
                .toList();
    }

    private static Optional<String> testOf(CriteriaSet set, Finding finding) {
        return switch (finding) {
            case Finding.TestMissing f -> Optional.of(f.test());
            // Begun at another bench: this one may begin its own.
            case Finding.ValueAwaited f -> Optional.of(f.test());
            case Finding.TestWithoutPass f -> Optional.of(f.test());
            case Finding.EvidenceStale f -> Optional.of(f.test());
            case Finding.EvidenceConcurrent f -> Optional.of(f.test());
            case Finding.ValueOutOfLimits f -> Optional.of(f.test());
            case Finding.FailedAfterPass f -> Optional.of(f.test());
            case Finding.FailedElsewhere f -> Optional.of(f.test());
            case Finding.ChangedMeanwhile f -> Optional.of(f.test());
            case Finding.EquipmentUnknown f -> Optional.of(f.asset());
            case Finding.CalibrationExpired f -> Optional.of(f.test());
            case Finding.OutOfTolerance f -> Optional.of(f.test());
            case Finding.SoftwareNotRead f -> software(set);
            case Finding.SoftwareNotAllowed f -> software(set);
            default -> Optional.empty();
        };
    }

    private static Optional<String> software(CriteriaSet set) {
        return set.tests().stream()
                .filter(t -> t.measures().stream().anyMatch(m -> m.source() == Source.SOFTWARE))
                .map(TestSpec::id)
                .findFirst();
    }
}
