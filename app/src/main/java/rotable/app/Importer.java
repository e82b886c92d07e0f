// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rotable.fact.Fact;
import rotable.fact.ReferenceFact;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.journal.ReferenceFile;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.reference.Publishing;

/// Publishes files of reference data: all of a file, or nothing of it.
final class Importer {
    private Importer() {}

    /// What is wrong with the file; empty when all of it was published.
    ///
    /// @throws rotable.journal.BadEntry when it can't be read at all
    static List<String> publish(DepotRecord record, String json, String operator, Instant now)
            throws RecordProblem {
        List<ReferenceFact> facts = ReferenceFile.read(json);
        var wrong = Publishing.objections(record.reference(), facts);
        if (!wrong.isEmpty()) return wrong;
        if (facts.isEmpty()) return List.of("the file publishes nothing");
        var moment = new Moment(now, "import", 0, Optional.empty(), Optional.empty());
        record.append(
                new Draft(
                        UUID.randomUUID(),
                        operator,
                        Optional.empty(),
                        moment,
                        List.<Fact>copyOf(facts)));
        return List.of();
    }
}
