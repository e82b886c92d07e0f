// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact;
import rotable.part.CriteriaSet;
import rotable.part.Equipment;
import rotable.part.Part;
import rotable.people.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file of reference data: a JSON object with `version`, `effective` and `reason` for the
/// whole, and `depot`, `benches`, `codes`, `equipment`, `parts`, `criteria` and `people`. An
/// unknown member is an error, so that a misspelt one isn't silently lost.
public final class ReferenceFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JournalModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private ReferenceFile() {}

    private record Depot(String name, String address, String zone, String approval) {}

    private record Bench(String bench, String code) {}

    private record Code(
            ReferenceFact.CodePublished.Kind kind,
            String code,
            String text,
            Optional<List<String>> affects) {}

    private record File(
            int version,
            LocalDate effective,
            String reason,
            Optional<Depot> depot,
            Optional<List<Bench>> benches,
            Optional<List<Code>> codes,
            Optional<List<Equipment>> equipment,
            Optional<List<Part>> parts,
            Optional<List<CriteriaSet>> criteria,
            Optional<List<Person>> people) {}

    /// The facts that publishing the file makes.
    ///
    /// @throws BadEntry when it is no such file; the message names line and column
    public static List<ReferenceFact> read(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (!tree.isObject()) throw new BadEntry("line 1: not a JSON object");
            return facts(MAPPER.readValue(json, File.class));
        } catch (JacksonException e) {
            var at = e.getLocation();
            var line = at == null ? 1 : at.getLineNr();
            var column = at == null ? 1 : at.getColumnNr();
            throw new BadEntry(
                    "line " + line + ", column " + column + ": " + e.getOriginalMessage(), e);
        }
    }

    private static List<ReferenceFact> facts(File f) {
        var p = new Publication(f.version(), f.effective(), f.reason());
        var facts = new ArrayList<ReferenceFact>();
        f.depot()
                .ifPresent(
                        d ->
                                facts.add(
                                        new ReferenceFact.DepotPublished(
                                                p, d.name(), d.address(), d.zone(), d.approval())));
        for (var b : f.benches().orElse(List.of()))
            facts.add(new ReferenceFact.BenchPublished(p, b.bench(), b.code()));
        for (var c : f.codes().orElse(List.of()))
            facts.add(
                    new ReferenceFact.CodePublished(p, c.kind(), c.code(), c.text(), c.affects()));
        for (var e : f.equipment().orElse(List.of()))
            facts.add(new ReferenceFact.EquipmentPublished(p, e));
        for (var c : f.criteria().orElse(List.of()))
            facts.add(new ReferenceFact.CriteriaPublished(p, c));
        for (var x : f.parts().orElse(List.of())) facts.add(new ReferenceFact.PartPublished(p, x));
        for (var x : f.people().orElse(List.of()))
            facts.add(new ReferenceFact.PersonPublished(p, x));
        return List.copyOf(facts);
    }
}
