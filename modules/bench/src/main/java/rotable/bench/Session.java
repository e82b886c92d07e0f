// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.bench.Answer.Outcome;
import rotable.decision.Refusal;
import rotable.fact.BenchFact;
import rotable.journal.Draft;
import rotable.people.Person;
import rotable.record.RecordProblem;
import rotable.unit.Unit;

/// Who is signed in at the bench: by a badge, until it is scanned again, another one is, or its
/// bearer is sent away.
final class Session {
    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Prompts prompts;
    private final Signing signing;

    Session(Context context, Work work, Replies replies, Prompts prompts, Signing signing) {
        this.context = context;
        this.work = work;
        this.replies = replies;
        this.prompts = prompts;
        this.signing = signing;
    }

    /// A badge: somebody signs, is unlocked, signs in, or out.
    Answer badge(String badge) throws RecordProblem {
        var person = context.reference().badge(badge);
        if (person.isEmpty()) return replies.refused(new Word.UnknownBadge(badge));
        if (!person.get().active()) {
            var away = new Refusal.PersonInactive(person.get().name());
            return replies.refused("unknown-badge", away);
        }
        if (context.pending() instanceof Pending.Signature s) return signing.badge(s, person.get());
        var signedIn = context.person();
        if (signedIn.isPresent() && context.pending() instanceof Pending.LockedBadge) {
            context.nothingPending();
            return signing.lockout().unlock(signedIn.get(), person.get());
        }
        var same = signedIn.equals(person);
        if (!same && context.pending() instanceof Pending.Reason)
            return prompts.refuse(new Word.ReasonFirst());
        return signIn(person.get());
    }

    /// Signs somebody in; the own badge locks, another one changes the person and keeps the unit.
    private Answer signIn(Person person) throws RecordProblem {
        if (context.person().filter(p -> p.id().equals(person.id())).isPresent()) return lock();
        context.nothingPending();
        context.person(Optional.of(person));
        var entries = work.note(person.id().value(), new BenchFact.SignedIn(person.id()));
        var hand = context.hand().filter(Session::atWork).map(u -> u.id().serial());
        return hand.isEmpty()
                ? replies.done(entries)
                : replies.done(new Word.SignedInWith(person.name(), hand.get()), entries);
    }

    private static boolean atWork(Unit unit) {
        return unit.openOrder().isPresent()
                || unit.order().filter(o -> o.awaitsLabel() || o.awaitsShipping()).isPresent();
    }

    Answer lock() throws RecordProblem {
        var person = context.person();
        if (person.isEmpty()) return replies.say(Outcome.ALREADY, new Word.Locked("-"));
        var who = person.get().id();
        // Even where nothing can be recorded, the bench does not stay open in somebody's name.
        context.person(Optional.empty());
        context.nothingPending();
        var entries = new ArrayList<>(work.note(who.value(), new BenchFact.SignedOut(who)));
        entries.addAll(work.note(Draft.SYSTEM, context.record.checkpoint()));
        return replies.done(new Word.Locked(person.get().name()), entries);
    }

    /// What changed meanwhile for whoever is signed in, or is asked for a PIN.
    List<Answer.Reason> changed() throws RecordProblem {
        var away = context.sentAway();
        if (away.isEmpty()) return signing.changed();
        var who = away.get();
        context.person(Optional.empty());
        context.nothingPending();
        work.note(Draft.SYSTEM, new BenchFact.SignedOut(who.id()));
        var word = new Word.SentAway(who.name());
        return List.of(new Answer.Reason(Replies.code(word), word));
    }
}
