// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import rotable.fact.ReferenceFact;
import rotable.identity.CheckCharacter;
import rotable.identity.OwnId;
import rotable.part.CriteriaSet;
import rotable.part.Part;
import rotable.release.Criterion;

/// Checks reference data as a whole before any of it is published.
public final class Publishing {
    private Publishing() {}

    /// Everything that is wrong with publishing these facts on top of what stands; empty means that
    /// they may all be published.
    public static List<String> objections(Reference standing, List<ReferenceFact> facts) {
        var after = standing;
        for (var f : facts) after = ReferenceFold.apply(after, f);
        var wrong = new ArrayList<String>();
        for (var f : facts) check(f, after, wrong);
        badges(after, wrong);
        codes(after, wrong);
        return wrong;
    }

    private static void check(ReferenceFact fact, Reference after, List<String> wrong) {
        switch (fact) {
            case ReferenceFact.DepotPublished f -> zone(f, wrong);
            case ReferenceFact.BenchPublished f -> benchCode(f, wrong);
            case ReferenceFact.PartPublished f -> part(f.part(), after, wrong);
            case ReferenceFact.CriteriaPublished f -> criteria(f.set(), wrong);
            case ReferenceFact.PersonPublished f -> {
                if (!OwnId.valid(OwnId.Kind.BADGE, f.person().badge()))
                    wrong.add(f.person().id() + ": badge " + f.person().badge() + " is not sound");
            }
            case ReferenceFact.EquipmentPublished f -> {}
            case ReferenceFact.FoundOutOfTolerance f -> {
                if (after.equipment(f.asset()).isEmpty())
                    wrong.add("equipment " + f.asset() + " is not known");
            }
            case ReferenceFact.CodePublished f -> {
                if (!f.code().matches("[A-Z0-9][A-Z0-9.-]{0,29}"))
                    wrong.add("code " + f.code() + " has other characters than A–Z, 0–9, . and -");
            }
        }
    }

    private static void zone(ReferenceFact.DepotPublished f, List<String> wrong) {
        try {
            ZoneId.of(f.zone());
        } catch (DateTimeException e) {
            wrong.add("time zone " + f.zone() + " does not exist");
        }
    }

    private static void benchCode(ReferenceFact.BenchPublished f, List<String> wrong) {
        var sound = f.code().chars().allMatch(c -> CheckCharacter.OWN.indexOf(c) >= 0);
        if (!sound || f.code().length() < 2 || f.code().length() > 4)
            wrong.add(
                    "bench "
                            + f.bench()
                            + ": code "
                            + f.code()
                            + " is not 2 to 4 of "
                            + CheckCharacter.OWN);
    }

    private static void part(Part part, Reference after, List<String> wrong) {
        part.serialPattern()
                .ifPresent(
                        p -> {
                            try {
                                Pattern.compile(p);
                            } catch (PatternSyntaxException e) {
                                wrong.add(part.id() + ": serial rule " + e.getDescription());
                            }
                        });
        for (var position : part.positions())
            for (var accepted : position.accepts())
                if (after.part(accepted).isEmpty())
                    wrong.add(
                            part.id()
                                    + ": position "
                                    + position.id()
                                    + " accepts unknown "
                                    + accepted);
        part.criteriaSet()
                .filter(s -> after.set(s).isEmpty())
                .ifPresent(s -> wrong.add(part.id() + ": criteria set " + s + " is not known"));
    }

    private static void criteria(CriteriaSet set, List<String> wrong) {
        for (var id : set.criteria())
            if (Criterion.of(id).isEmpty())
                wrong.add(set.id() + ": criterion " + id + " can't be evaluated by this version");
        if (set.criteria().isEmpty()) wrong.add(set.id() + ": a set without criteria");
    }

    private static void badges(Reference after, List<String> wrong) {
        var seen = new HashSet<String>();
        for (var p : after.people().values())
            if (!seen.add(p.badge())) wrong.add("badge " + p.badge() + " belongs to two people");
    }

    private static void codes(Reference after, List<String> wrong) {
        var seen = new HashSet<String>();
        for (var b : after.benches().values())
            if (!seen.add(b.code())) wrong.add("code " + b.code() + " belongs to two benches");
    }
}
