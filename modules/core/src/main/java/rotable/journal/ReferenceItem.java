// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact;
import rotable.format.FormatRule;
import rotable.identity.AssetId;
import rotable.identity.PartId;
import rotable.part.CriteriaSet;
import rotable.part.EntryPolicy;
import rotable.part.Equipment;
import rotable.part.Part;
import rotable.people.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One thing in a file of reference data, by the list it stands in: `depot`, `benches`, `codes`,
/// `equipment`, `outOfTolerance`, `criteria`, `parts`, `formats`, `people`, `shelfLives`,
/// `entryPolicies`.
public final class ReferenceItem {
    /// All lists.
    static final List<String> LISTS =
            List.of(
                    "depot",
                    "benches",
                    "codes",
                    "equipment",
                    "outOfTolerance",
                    "criteria",
                    "parts",
                    "formats",
                    "people",
                    "shelfLives",
                    "entryPolicies");

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JournalModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private ReferenceItem() {}

    /// An item that lacks only the circumstances of its publication.
    public interface Published {
        ReferenceFact by(Publication publication);
    }

    private record Depot(String name, String address, String zone, String approval) {}

    private record Bench(String bench, String code) {}

    private record Code(
            ReferenceFact.CodePublished.Kind kind,
            String code,
            String text,
            Optional<List<String>> affects) {}

    private record OutOfTolerance(AssetId asset, LocalDate since) {}

    private record ShelfLife(PartId part, String mark, LocalDate until) {}

    /// @throws BadEntry when the item can't be read, or no list is called so
    static Published of(String list, JsonNode node) {
        if (!node.isObject()) throw new BadEntry("not an object");
        try {
            return switch (list) {
                case "depot" -> depot(MAPPER.treeToValue(node, Depot.class));
                case "benches" -> bench(MAPPER.treeToValue(node, Bench.class));
                case "codes" -> code(MAPPER.treeToValue(node, Code.class));
                case "equipment" -> equipment(MAPPER.treeToValue(node, Equipment.class));
                case "outOfTolerance" ->
                        outOfTolerance(MAPPER.treeToValue(node, OutOfTolerance.class));
                case "criteria" -> criteria(MAPPER.treeToValue(node, CriteriaSet.class));
                case "parts" -> part(MAPPER.treeToValue(node, Part.class));
                case "formats" -> format(MAPPER.treeToValue(whole(node), FormatRule.class));
                case "people" -> person(MAPPER.treeToValue(node, Person.class));
                case "entryPolicies" ->
                        entryPolicy(MAPPER.treeToValue(allowing(node), EntryPolicy.class));
                case "shelfLives" -> shelfLife(MAPPER.treeToValue(node, ShelfLife.class));
                default -> throw new BadEntry("nothing is called " + list);
            };
        } catch (JacksonException e) {
            throw new BadEntry(why(e), e);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new BadEntry(String.valueOf(e.getMessage()), e);
        }
    }

    /// What is wrong, in the words of the file and not of the program.
    private static String why(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException u)
            return "nothing is called " + u.getPropertyName();
        var member =
                e.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."));
        if (e instanceof InvalidFormatException f && f.getTargetType().isEnum())
            return "%s: %s is none of %s"
                    .formatted(member, f.getValue(), List.of(f.getTargetType().getEnumConstants()));
        if (e instanceof InvalidFormatException f && f.getTargetType() == LocalDate.class)
            return "%s: %s is not a date such as 2026-01-31".formatted(member, f.getValue());
        // What a value says of itself where it can't be so.
        if (e.getCause() instanceof IllegalArgumentException own)
            return (member.isEmpty() ? "" : member + ": ") + own.getMessage();
        if (e instanceof MismatchedInputException && !member.isEmpty())
            return e.getOriginalMessage().startsWith("Null value for creator property")
                    ? member + " is missing"
                    : member + " has another form than is due";
        return e.getOriginalMessage();
    }

    private static Published depot(Depot d) {
        return p ->
                new ReferenceFact.DepotPublished(p, d.name(), d.address(), d.zone(), d.approval());
    }

    private static Published bench(Bench b) {
        return p -> new ReferenceFact.BenchPublished(p, b.bench(), b.code());
    }

    private static Published code(Code c) {
        return p -> new ReferenceFact.CodePublished(p, c.kind(), c.code(), c.text(), c.affects());
    }

    private static Published equipment(Equipment e) {
        return p -> new ReferenceFact.EquipmentPublished(p, e);
    }

    private static Published outOfTolerance(OutOfTolerance o) {
        return p -> new ReferenceFact.FoundOutOfTolerance(p, o.asset(), o.since());
    }

    private static Published criteria(CriteriaSet s) {
        return p -> new ReferenceFact.CriteriaPublished(p, s);
    }

    private static Published part(Part x) {
        return p -> new ReferenceFact.PartPublished(p, x);
    }

    /// A format rule may leave out what is empty, and that it is in use.
    private static JsonNode whole(JsonNode node) {
        var rule = (ObjectNode) node.deepCopy();
        for (var many : List.of("normalise", "countries", "matches", "mismatches"))
            rule.withArray(many);
        if (rule.get("check") instanceof ObjectNode check) check.withArray("over");
        if (!rule.has("active")) rule.put("active", true);
        return rule;
    }

    /// An entry policy may leave out what it does not change, as [EntryPolicy#of] has it.
    private static JsonNode allowing(JsonNode node) {
        var policy = (ObjectNode) node.deepCopy();
        if (!policy.has("scanOnly")) policy.put("scanOnly", false);
        if (!policy.has("transpositions")) policy.put("transpositions", true);
        return policy;
    }

    private static Published format(FormatRule r) {
        return p -> new ReferenceFact.FormatPublished(p, r);
    }

    private static Published person(Person x) {
        return p -> new ReferenceFact.PersonPublished(p, x);
    }

    private static Published entryPolicy(EntryPolicy e) {
        return p -> new ReferenceFact.EntryPolicyPublished(p, e);
    }

    private static Published shelfLife(ShelfLife s) {
        return p -> new ReferenceFact.ShelfLifePublished(p, s.part(), s.mark(), s.until());
    }
}
