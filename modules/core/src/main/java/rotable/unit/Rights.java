// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.fact.CustodyFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.ReferenceFact.PersonPublished;
import rotable.fact.RepairFact;
import rotable.fact.TestFact;
import rotable.fact.UnitFact;
import rotable.identity.PersonId;
import rotable.journal.Entry;
import rotable.journal.Signature;
import rotable.people.Person;
import rotable.unit.Recorded.Review;
import rotable.unit.Without.Clash;

/// Work of people whose rights were taken away while they could not know. It was honest and counts;
/// somebody looks at it.
public final class Rights {
    private Rights() {}

    /// Who may have to answer for an entry: who signed it, before who recorded it. Nobody does for
    /// notes and custody.
    public static Set<PersonId> answering(Entry entry) {
        var people = new LinkedHashSet<PersonId>();
        if (!(entry.fact() instanceof UnitFact)
                || entry.fact() instanceof CustodyFact
                || entry.fact() instanceof IntakeFact.Noted) return people;
        entry.envelope().signature().map(Signature::person).ifPresent(people::add);
        PersonId.of(entry.envelope().operator()).ifPresent(people::add);
        return people;
    }

    /// Which publications of one person took rights away, and what they took.
    ///
    /// @param publications in canonical order
    public static List<TakenAway> takenAway(List<Recorded> publications) {
        var found = new ArrayList<TakenAway>();
        Optional<Person> before = Optional.empty();
        for (var r : publications) {
            if (!(r.fact() instanceof PersonPublished f)) continue;
            var now = f.person();
            before.flatMap(b -> lost(b, now, r)).ifPresent(found::add);
            before = Optional.of(now);
        }
        return found;
    }

    /// What somebody may do no more.
    ///
    /// @param person as published
    /// @param what in words
    /// @param qualification whether a qualification is among it
    /// @param by the publication
    public record TakenAway(Person person, String what, boolean qualification, Recorded by) {}

    private static Optional<TakenAway> lost(Person before, Person now, Recorded by) {
        var fewer =
                before.qualifications().stream()
                        .anyMatch(q -> !now.qualifications().contains(q) && !renewed(now, q));
        return lost(before, now, fewer).map(what -> new TakenAway(now, what, fewer, by));
    }

    private static Optional<String> lost(Person before, Person now, boolean fewer) {
        if (before.active() && !now.active()) return Optional.of("does not work here any more");
        var roles = before.roles().stream().filter(r -> !now.is(r)).toList();
        if (!roles.isEmpty()) return Optional.of("is no longer " + roles.getFirst());
        return fewer ? Optional.of("lost a qualification") : Optional.empty();
    }

    private static boolean renewed(Person now, rotable.people.Qualification q) {
        return now.qualifications().stream()
                .anyMatch(
                        n ->
                                n.process() == q.process()
                                        && n.part().equals(q.part())
                                        && !n.until().isBefore(q.until()));
    }

    /// Why somebody has to look at an entry: the first time that rights were taken away, of which
    /// its author did not know, nor the other way round. Who was sent away answers for all of it,
    /// who lost something less for what was signed, and for the work that a lost qualification is
    /// asked for (G13).
    public static Optional<Review> review(Recorded r, List<TakenAway> of) {
        for (var t : of) {
            var concurrent =
                    !t.by().stamp().precedes(r.stamp()) && !r.stamp().precedes(t.by().stamp());
            if (concurrent && concerns(t, r))
                return Optional.of(
                        new Review(
                                t.person().name() + " " + t.what(),
                                new Clash(
                                        Case.Rule.RIGHTS,
                                        t.by().stamp().hash(),
                                        r.stamp().hash())));
        }
        return Optional.empty();
    }

    private static boolean needsQualification(Fact fact) {
        return fact instanceof RepairFact
                || fact instanceof TestFact
                || fact instanceof IntakeFact.Checked;
    }

    private static boolean concerns(TakenAway t, Recorded r) {
        if (!answering(r.entry()).contains(t.person().id())) return false;
        return !t.person().active()
                || (t.qualification() && needsQualification(r.fact()))
                || r.entry()
                        .envelope()
                        .signature()
                        .filter(s -> s.person().equals(t.person().id()))
                        .isPresent();
    }
}
