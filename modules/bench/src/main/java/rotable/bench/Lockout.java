// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rotable.decision.Refusal;
import rotable.fact.BenchFact;
import rotable.people.Person;
import rotable.people.Role;
import rotable.record.RecordProblem;

/// What wrong PINs lead to, and how a supervisor ends it. They are entries, so that it survives a
/// restart.
final class Lockout {
    private static final int FREE_TRIES = 5;
    private static final int ALL_TRIES = 10;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    private final Context context;
    private final Work work;
    private final Replies replies;

    Lockout(Context context, Work work, Replies replies) {
        this.context = context;
        this.work = work;
        this.replies = replies;
    }

    /// How many tries somebody has left.
    int left(Person person) throws RecordProblem {
        return ALL_TRIES - context.record.pinTries(person.id()).wrong();
    }

    /// Why no PIN is taken from this person now: after five wrong ones a wait that doubles with
    /// each further one, after ten a supervisor.
    Optional<Record> of(Person person) throws RecordProblem {
        var tries = context.record.pinTries(person.id());
        if (tries.wrong() >= ALL_TRIES) return Optional.of(new Word.PinLocked(person.name()));
        if (tries.wrong() < FREE_TRIES) return Optional.empty();
        var wait = FIRST_WAIT.multipliedBy(1L << (tries.wrong() - FREE_TRIES));
        var until = tries.last().plus(wait);
        return until.isAfter(context.clock.instant())
                ? Optional.of(new Word.PinWaits(person.name(), until(until)))
                : Optional.empty();
    }

    /// How long until then, in whole seconds, rounded up.
    private Duration until(Instant until) {
        var left = Duration.between(context.clock.instant(), until);
        return Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds());
    }

    /// Asks whose PIN a supervisor wants to unlock.
    Answer ask() {
        if (!context.person().orElseThrow().is(Role.SUPERVISOR))
            return replies.refused("role-needed", new Word.SupervisorUnlocks());
        context.pending(new Pending.LockedBadge());
        return replies.ask(new Word.LockedBadgeNeeded());
    }

    /// A supervisor gives somebody new tries.
    Answer unlock(Person supervisor, Person person) throws RecordProblem {
        if (supervisor.equals(person)) return replies.refused(new Word.OwnPin());
        if (!supervisor.is(Role.SUPERVISOR))
            return replies.refused(new Refusal.RoleNeeded(Role.SUPERVISOR, supervisor.name()));
        return replies.done(
                work.note(supervisor.id().value(), new BenchFact.PinUnlocked(person.id())));
    }
}
