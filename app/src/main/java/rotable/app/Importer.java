// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rotable.fact.Fact;
import rotable.fact.ReferenceFact;
import rotable.format.FormatRule;
import rotable.identity.PartId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.journal.ReferenceFile;
import rotable.journal.ReferenceFile.Item;
import rotable.journal.ReferenceFile.Problem;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.reference.Publishing;
import rotable.reference.Reference;
import rotable.supplier.FormatChecks;

/// Publishes files of reference data: all of a file, or nothing of it.
final class Importer {
    private Importer() {}

    /// What is wrong with the file, by line; empty when all of it was published.
    static List<Problem> publish(
            DepotRecord record, ReferenceFile.Read file, String operator, Instant now)
            throws RecordProblem {
        if (!file.problems().isEmpty()) return file.problems();
        if (file.items().isEmpty()) return List.of(new Problem(1, "the file publishes nothing"));
        var wrong = new ArrayList<Problem>();
        for (var objection : publishing(record, file, now).objections(file.facts()))
            wrong.add(new Problem(line(file.items(), objection.about()), objection.why()));
        if (!wrong.isEmpty()) return wrong;
        var moment = new Moment(now, "import", 0, Optional.empty(), Optional.empty());
        record.append(
                new Draft(
                        UUID.randomUUID(),
                        operator,
                        Optional.empty(),
                        moment,
                        List.<Fact>copyOf(file.facts())));
        return List.of();
    }

    private static Publishing publishing(DepotRecord record, ReferenceFile.Read file, Instant now)
            throws RecordProblem {
        var serials = new HashMap<PartId, List<String>>();
        for (var fact : file.facts())
            if (fact instanceof ReferenceFact.FormatPublished f)
                for (var part : parts(f.rule(), record.reference()))
                    serials.put(part, record.serialsOf(part));
        int year = now.atZone(record.reference().zone()).getYear();
        return new Publishing(
                record.reference(),
                new FormatChecks(year),
                part -> serials.getOrDefault(part, List.of()));
    }

    private static List<PartId> parts(FormatRule rule, Reference reference) {
        return reference.parts().keySet().stream()
                .filter(p -> rule.part().map(p::equals).orElse(p.maker().equals(rule.maker())))
                .toList();
    }

    private static int line(List<Item> items, ReferenceFact fact) {
        return items.stream()
                .filter(i -> i.fact().equals(fact))
                .map(Item::line)
                .findFirst()
                .orElse(1);
    }
}
