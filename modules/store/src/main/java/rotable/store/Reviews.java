// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.fact.ReferenceFact.PersonPublished;
import rotable.fact.Subject;
import rotable.identity.PersonId;
import rotable.journal.Entry;
import rotable.unit.Recorded;
import rotable.unit.Rights;
import rotable.unit.Rights.TakenAway;

/// Finds what somebody has to look at, because rights were taken away from who did it.
final class Reviews {
    private final JournalMapper db;
    private final Stored stored;

    Reviews(JournalMapper db, Stored stored) {
        this.db = db;
        this.stored = stored;
    }

    /// The subject under which what was published of a person is indexed.
    static Subject published(PersonId person) {
        return new Subject(Subject.Kind.OTHER, "*person/" + person.value());
    }

    /// An entry as it is to be looked at, by what was placed so far.
    Recorded of(Recorded r) {
        if (r.without().isPresent()) return r;
        var taken = new ArrayList<TakenAway>();
        for (var person : Rights.answering(r.entry()))
            taken.addAll(stored.takenAway().computeIfAbsent(person, this::takenAway));
        if (taken.isEmpty()) return r;
        return new Recorded(r.entry(), r.stamp(), r.without(), Rights.review(r, taken));
    }

    private List<TakenAway> takenAway(PersonId person) {
        return Rights.takenAway(
                stored.history(db, published(person)).stream()
                        .filter(r -> r.stamp().position() > 0)
                        .toList());
    }

    /// What the centre placed before a publication that its author had not seen, and is to be
    /// looked at because of it.
    ///
    /// @param position where the publication was placed
    List<Recorded> broughtUp(Entry publication, long position) {
        if (!(publication.fact() instanceof PersonPublished f)) return List.of();
        stored.takenAway().remove(f.person().id());
        var last = Optional.of(takenAway(f.person().id())).filter(t -> !t.isEmpty());
        var its =
                last.map(List::getLast)
                        .filter(t -> t.by().stamp().hash().equals(publication.hash()));
        if (its.isEmpty()) return List.of();
        var found = new ArrayList<Recorded>();
        for (var row : db.placed(publication.envelope().seen(), position - 1)) {
            var entry = stored.entry(row);
            if (entry.isEmpty()) continue;
            var r = stored.recorded(entry.get(), row);
            if (r.without().isPresent() || Rights.review(r, List.of(its.get())).isEmpty()) continue;
            // Who signed it may have lost rights after who recorded it.
            var now = of(r);
            if (!now.review().equals(r.review())) found.add(now);
        }
        return found;
    }

    /// Writes how an entry is to be looked at, in the place of what was decided of it before.
    void write(Recorded now) {
        db.dropOutcome(now.entry().hash());
        Stored.row(now).ifPresent(db::insertOutcome);
    }
}
