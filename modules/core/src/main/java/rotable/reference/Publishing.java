// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import rotable.fact.ReferenceFact;
import rotable.format.FormatJudge;
import rotable.format.FormatRule;
import rotable.identity.CheckCharacter;
import rotable.identity.OwnId;
import rotable.identity.PartId;
import rotable.part.Part;
import rotable.people.Person;

/// Checks reference data as a whole before any of it is published.
public final class Publishing {
    private final Reference standing;
    private final FormatJudge judge;
    private final Function<PartId, List<String>> serials;

    /// @param standing what is published already
    /// @param serials the serials of the known units of a part
    public Publishing(
            Reference standing, FormatJudge judge, Function<PartId, List<String>> serials) {
        this.standing = standing;
        this.judge = judge;
        this.serials = serials;
    }

    /// Everything that is wrong with publishing these facts on top of what stands; empty means that
    /// they may all be published.
    public List<Objection> objections(List<ReferenceFact> facts) {
        var after = standing;
        for (var f : facts) after = ReferenceFold.apply(after, f);
        var objections = new ArrayList<Objection>();
        var named = new HashSet<String>();
        for (var f : facts) {
            var name = Named.of(f);
            if (!named.add(name)) objections.add(new Objection(f, name + " stands there twice"));
            for (var why : wrong(f, after)) objections.add(new Objection(f, why));
        }
        return objections;
    }

    /// A version is what orders are pinned to: it says the same for ever.
    private List<String> set(ReferenceFact.CriteriaPublished f) {
        var wrong = new ArrayList<>(SetChecks.wrong(f.set()));
        int version = f.publication().version();
        if (standing.set(f.set().id(), version).filter(s -> !s.equals(f.set())).isPresent())
            wrong.add(
                    "criteria set %s is published as version %d with other content: raise the version"
                            .formatted(f.set().id(), version));
        return wrong;
    }

    private List<String> wrong(ReferenceFact fact, Reference after) {
        return switch (fact) {
            case ReferenceFact.DepotPublished f -> zone(f);
            case ReferenceFact.BenchPublished f -> bench(f, after);
            case ReferenceFact.PartPublished f -> part(f.part(), after);
            case ReferenceFact.CriteriaPublished f -> set(f);
            case ReferenceFact.PersonPublished f -> person(f.person(), after);
            case ReferenceFact.EquipmentPublished f -> List.of();
            case ReferenceFact.FoundOutOfTolerance f ->
                    unless(
                            after.equipment(f.asset()).isPresent(),
                            "equipment " + f.asset() + " is not known");
            case ReferenceFact.CodePublished f ->
                    unless(
                            f.code().matches("[A-Z0-9][A-Z0-9.-]{0,29}"),
                            "code " + f.code() + " has other characters than A–Z, 0–9, . and -");
            case ReferenceFact.FormatPublished f -> format(f.rule(), after);
            case ReferenceFact.EntryPolicyPublished f ->
                    unless(
                            after.part(f.policy().part()).isPresent(),
                            "part " + f.policy().part() + " is not known");
            case ReferenceFact.ShelfLifePublished f ->
                    unless(after.part(f.part()).isPresent(), "part " + f.part() + " is not known");
        };
    }

    private static List<String> unless(boolean sound, String why) {
        return sound ? List.of() : List.of(why);
    }

    private static List<String> zone(ReferenceFact.DepotPublished f) {
        try {
            ZoneId.of(f.zone());
            return List.of();
        } catch (DateTimeException e) {
            return List.of("time zone " + f.zone() + " does not exist");
        }
    }

    private static List<String> bench(ReferenceFact.BenchPublished f, Reference after) {
        var wrong = new ArrayList<String>();
        var code = f.code();
        var sound = code.chars().allMatch(c -> CheckCharacter.OWN.indexOf(c) >= 0);
        if (!sound || code.length() < 2 || code.length() > 4)
            wrong.add(
                    "bench %s: code %s is not 2 to 4 of %s"
                            .formatted(f.bench(), code, CheckCharacter.OWN));
        for (var b : after.benches().values())
            if (b.code().equals(code) && !b.bench().equals(f.bench()))
                wrong.add("code " + code + " belongs to bench " + b.bench());
        return wrong;
    }

    private static List<String> person(Person person, Reference after) {
        var wrong = new ArrayList<String>();
        if (!OwnId.valid(OwnId.Kind.BADGE, person.badge()))
            wrong.add(person.id() + ": badge " + person.badge() + badge(person.badge()));
        for (var q : person.qualifications())
            if (!q.part().equals("*")
                    && after.parts().keySet().stream()
                            .noneMatch(p -> p.toString().equals(q.part())))
                wrong.add(person.id() + ": qualified for unknown " + q.part());
        for (var p : after.people().values())
            if (p.badge().equals(person.badge()) && !p.id().equals(person.id()))
                wrong.add("badge " + person.badge() + " belongs to " + p.id());
        return wrong;
    }

    private static String badge(String badge) {
        return OwnId.corrected(OwnId.Kind.BADGE, badge)
                .map(" is not sound, %s would be"::formatted)
                .orElse(
                        " is not sound: it is BG-, groups of %s and a check character, such as BG-KA-2224-J"
                                .formatted(CheckCharacter.OWN));
    }

    private List<String> part(Part part, Reference after) {
        var wrong = new ArrayList<String>();
        part.serialPattern().map(judge::serialPattern).orElse(List.of()).stream()
                .map(why -> part.id() + ": serial rule " + why)
                .forEach(wrong::add);
        twice(part.positions().stream().map(p -> p.id().value()))
                .ifPresent(p -> wrong.add(part.id() + ": position " + p + " stands there twice"));
        part.gtin().map(g -> gtin(part, g, after)).orElse(List.of()).forEach(wrong::add);
        wrong.addAll(affects(part, after));
        for (var position : part.positions())
            for (var accepted : position.accepts())
                if (accepted.equals(part.id()))
                    wrong.add(
                            "%s: position %s accepts the part itself"
                                    .formatted(part.id(), position.id()));
                else if (after.part(accepted).isEmpty())
                    wrong.add(
                            "%s: position %s accepts unknown %s"
                                    .formatted(part.id(), position.id(), accepted));
        part.criteriaSet()
                .filter(s -> after.set(s).isEmpty())
                .ifPresent(s -> wrong.add(part.id() + ": criteria set " + s + " is not known"));
        return wrong;
    }

    private List<String> gtin(Part part, String gtin, Reference after) {
        var wrong = new ArrayList<String>();
        judge.gtin(gtin).forEach(why -> wrong.add(part.id() + ": GTIN " + gtin + " " + why));
        for (var p : after.parts().values())
            if (!p.id().equals(part.id()) && p.gtin().filter(gtin::equals).isPresent())
                wrong.add(part.id() + ": GTIN " + gtin + " belongs to " + p.id());
        return wrong;
    }

    /// What a part affects are tests of some set, as soon as there are sets.
    private static List<String> affects(Part part, Reference after) {
        var tests = new HashSet<String>();
        for (var s : after.sets().values()) s.set().tests().forEach(t -> tests.add(t.id()));
        if (after.sets().isEmpty()) return List.of();
        return part.affects().orElse(List.of()).stream()
                .filter(t -> !tests.contains(t))
                .map(t -> part.id() + ": affects " + t + ", which no set tests")
                .toList();
    }

    /// What stands in a list more than once.
    static Optional<String> twice(Stream<String> of) {
        var seen = new HashSet<String>();
        return of.filter(x -> !seen.add(x)).findFirst();
    }

    private List<String> format(FormatRule rule, Reference after) {
        var wrong = new ArrayList<String>(judge.rule(rule));
        var part = rule.part();
        if (part.filter(p -> after.part(p).isEmpty()).isPresent())
            wrong.add("part " + part.get() + " is not known");
        if (wrong.isEmpty() && rule.active())
            for (var p : parts(rule, after)) wrong.addAll(judge.collisions(rule, serials.apply(p)));
        return wrong.stream().map(why -> "format " + rule.id() + ": " + why).toList();
    }

    private static List<PartId> parts(FormatRule rule, Reference after) {
        if (rule.part().isPresent()) return List.of(rule.part().get());
        return after.parts().keySet().stream().filter(p -> p.maker().equals(rule.maker())).toList();
    }
}
