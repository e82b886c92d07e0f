// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may admit a bench, and how long half an approval waits.
class AdmissionsTest {
    @TempDir Path folder;

    @Test
    void half_an_approval_is_told_and_lapses() throws Exception {
        try (var depot = new Depot(folder);
                var keeper = CentralKeeper.open(depot.admin)) {
            lapses(depot, keeper.admissions());
        }
    }

    private static void lapses(Depot depot, Admissions admissions) throws Exception {
        var key = "ab".repeat(32);
        admissions.enrol("depot", "B7", key, "lee");
        var told = admissions.proposals("depot");
        assertEquals(1, told.size(), told.toString());
        assertEquals("lee", told.getFirst().by());
        assertEquals(Fingerprint.of(key), told.getFirst().fingerprint());
        depot.tamper(
                "UPDATE rotable.bench_key SET proposed_at = proposed_at - interval '2 days'"
                        + " WHERE bench = 'B7'");
        assertEquals(List.of(), admissions.proposals("depot"));
        assertEquals(Admissions.Admission.PROPOSED, admissions.enrol("depot", "B7", key, "kim"));
        // Another key that was proposed for the bench by mistake ends with its admission.
        admissions.enrol("depot", "B7", "cd".repeat(32), "lee");
        assertEquals(Admissions.Admission.ADMITTED, admissions.enrol("depot", "B7", key, "lee"));
        assertEquals(List.of(), admissions.proposals("depot"));
        assertEquals(Optional.of("B7"), admissions.bearer("depot", "B8", key));
        assertEquals(Optional.empty(), admissions.bearer("depot", "B7", key));
        admissions.revoke("depot", "B7", "kim");
        assertEquals(
                Admissions.Admission.PROPOSED_BACK, admissions.enrol("depot", "B7", key, "kim"));
    }
}
