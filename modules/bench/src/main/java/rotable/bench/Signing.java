// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.identity.UnitId;
import rotable.people.Person;
import rotable.people.Role;
import rotable.record.RecordProblem;

/// Signatures: a badge of somebody with the role, then that person's PIN.
final class Signing {
    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Pins pins;
    private final Lockout lockout;
    private final Lanes lanes;
    private boolean verifying;

    Signing(Context context, Work work, Replies replies, Pins pins, Lanes lanes) {
        this.context = context;
        this.work = work;
        this.replies = replies;
        this.pins = pins;
        this.lockout = new Lockout(context, work, replies);
        this.lanes = lanes;
    }

    /// Wrong PINs and what follows.
    Lockout lockout() {
        return lockout;
    }

    /// Whether a PIN is being verified now.
    boolean verifying() {
        return verifying;
    }

    /// Who may sign what.
    static Role role(Intent.Signable intent) {
        return switch (intent) {
            case Intent.SignIntake i -> Role.TECHNICIAN;
            case Intent.Inspect i -> Role.INSPECTOR;
            case Intent.Reject i -> Role.INSPECTOR;
            case Intent.Release i -> Role.RELEASER;
            case Intent.Rob i -> Role.SUPERVISOR;
            case Intent.LeaveOpen i -> Role.SUPERVISOR;
            case Intent.Disposition i -> Role.SUPERVISOR;
            case Intent.Unhold i -> Role.SUPERVISOR;
            case Intent.Override i -> Role.SUPERVISOR;
            case Intent.End i -> Role.SUPERVISOR;
            case Intent.Settle i -> Role.SUPERVISOR;
        };
    }

    /// Asks for a signature, unless something else stands in the way already.
    Answer request(Intent.Signable intent) throws RecordProblem {
        var others =
                work.objections(intent).stream()
                        .filter(r -> !(r instanceof Refusal.RoleNeeded))
                        .filter(r -> !(r instanceof Refusal.NeedsAnotherPerson))
                        .toList();
        return others.isEmpty() ? ask(intent) : replies.refused(others);
    }

    /// Asks for the signature that the intent needs; whoever is signed in and has the role need not
    /// scan the badge again.
    Answer ask(Intent.Signable intent) throws RecordProblem {
        var role = role(intent);
        var signer = context.person().filter(p -> p.is(role));
        if (signer.isPresent() && another(intent, signer.get()).isPresent())
            signer = Optional.empty();
        context.pending(new Pending.Signature(intent, role, signer));
        return askFor(intent, role, signer);
    }

    /// A badge while a signature is pending: that person signs.
    Answer badge(Pending.Signature pending, Person person) throws RecordProblem {
        if (!person.is(pending.role()))
            return replies.refused(new Refusal.RoleNeeded(pending.role(), person.name()));
        var another = another(pending.intent(), person);
        if (another.isPresent()) return replies.refused(List.of(another.get()));
        var signer = Optional.of(person);
        context.pending(new Pending.Signature(pending.intent(), pending.role(), signer));
        return askFor(pending.intent(), pending.role(), signer);
    }

    /// Why somebody with the role can't be the second person.
    private Optional<Refusal> another(Intent.Signable intent, Person signer) throws RecordProblem {
        return work.objections(intent, Optional.of(signer)).stream()
                .filter(r -> r instanceof Refusal.NeedsAnotherPerson)
                .findFirst();
    }

    private Answer askFor(Intent.Signable intent, Role role, Optional<Person> signer) {
        return replies.ask(question(new Pending.Signature(intent, role, signer)));
    }

    /// What a pending signature asks for.
    static Record question(Pending.Signature s) {
        return s.signer()
                .<Record>map(p -> new Word.PinNeeded(p.name(), s.intent().meaning()))
                .orElseGet(() -> new Word.SignerNeeded(s.role(), s.intent().meaning()));
    }

    /// Takes a PIN: verified on the side lane, decided on the bench lane. The characters are wiped.
    void pin(char[] pin, Consumer<Answer> then, Consumer<RecordProblem> failed) {
        // A key that is held down is no wrong PIN.
        if (pin.length == 0) return;
        if (!(context.pending() instanceof Pending.Signature s) || s.signer().isEmpty()) {
            Arrays.fill(pin, ' ');
            then.accept(replies.refused(new Word.PinNotAsked()));
            return;
        }
        try {
            var lost = lost(s);
            var locked = lockout.of(s.signer().get());
            if (lost.isPresent()) then.accept(replies.refused(withoutSigner(s, lost.get())));
            else if (locked.isPresent()) then.accept(replies.refused(locked.get()));
            else verify(s, s.signer().get(), pin.clone(), then, failed);
        } catch (RecordProblem e) {
            failed.accept(e);
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private void verify(
            Pending.Signature pending,
            Person signer,
            char[] pin,
            Consumer<Answer> then,
            Consumer<RecordProblem> failed) {
        verifying = true;
        Executor side = lanes.side();
        side.execute(
                () -> {
                    try {
                        var good = pins.verify(signer.id(), pin);
                        lanes.bench().execute(() -> decide(pending, signer, good, then, failed));
                    } catch (RecordProblem e) {
                        lanes.bench()
                                .execute(
                                        () -> {
                                            verifying = false;
                                            failed.accept(e);
                                        });
                    } finally {
                        Arrays.fill(pin, ' ');
                    }
                });
    }

    private void decide(
            Pending.Signature pending,
            Person signer,
            boolean good,
            Consumer<Answer> then,
            Consumer<RecordProblem> failed) {
        verifying = false;
        try {
            // Whoever cancelled or went on to something else meanwhile has neither signed nor
            // erred.
            var lost = lost(pending);
            if (!context.pending().equals(pending))
                then.accept(replies.refused(new Word.PinNotAsked()));
            else if (lost.isPresent())
                then.accept(replies.refused(withoutSigner(pending, lost.get())));
            else then.accept(good ? sign(pending, signer) : refuse(signer));
        } catch (RecordProblem e) {
            failed.accept(e);
        }
    }

    /// Why somebody whose PIN is asked for can't sign any more: what people may do can change
    /// meanwhile.
    private Optional<Refusal> lost(Pending.Signature pending) {
        var who = pending.signer().map(p -> context.reference().person(p.id()).orElse(p));
        if (who.filter(p -> !p.active()).isPresent())
            return who.map(p -> new Refusal.PersonInactive(p.name()));
        return who.filter(p -> !p.is(pending.role()))
                .map(p -> new Refusal.RoleNeeded(pending.role(), p.name()));
    }

    /// Somebody else has to sign.
    private List<Refusal> withoutSigner(Pending.Signature pending, Refusal why) {
        context.pending(new Pending.Signature(pending.intent(), pending.role(), Optional.empty()));
        return List.of(why);
    }

    /// Why the PIN that is asked for can't be given any more: somebody else has to sign.
    List<Answer.Reason> changed() {
        if (!(context.pending() instanceof Pending.Signature s)) return List.of();
        return lost(s).stream()
                .flatMap(why -> withoutSigner(s, why).stream())
                .map(Replies::reason)
                .toList();
    }

    private Answer sign(Pending.Signature pending, Person asked) throws RecordProblem {
        var signer = context.reference().person(asked.id()).orElse(asked);
        if (context.record.pinTries(signer.id()).wrong() > 0)
            work.note(signer.id().value(), new BenchFact.PinAccepted(signer.id()));
        context.nothingPending();
        context.recheck();
        var answer = work.perform(pending.intent(), Optional.of(signer));
        // Which of the two is on the bench, only its label and its tag can tell.
        if (answer.entries().stream().anyMatch(e -> e.fact() instanceof CaseFact.Split))
            context.putDown();
        return pending.intent() instanceof Intent.Settle ? settled(answer) : answer;
    }

    /// Whoever settles a case decides, too, whether a unit is called back that left before.
    private Answer settled(Answer answer) throws RecordProblem {
        if (answer.outcome() == Answer.Outcome.REFUSED) return answer;
        var told = new ArrayList<>(answer.reasons());
        for (var e : answer.entries()) if (e.fact() instanceof CaseFact f) addLeft(f.unit(), told);
        return replies.telling(answer, told);
    }

    private void addLeft(UnitId named, List<Answer.Reason> told) throws RecordProblem {
        var unit = context.record.unit(named);
        for (var id : Stream.concat(Stream.of(named), unit.seconds().stream()).toList())
            if (context.record.unit(id).hasLeftUnreleased()) {
                var word = new Word.LeftUnreleased(id.serial());
                var reason = new Answer.Reason("left-unreleased", word);
                if (!told.contains(reason)) told.add(reason);
            }
    }

    private Answer refuse(Person signer) throws RecordProblem {
        if (!pins.has(signer.id())) return replies.refused(new Word.NoPinSet(signer.name()));
        work.note(signer.id().value(), new BenchFact.PinRefused(signer.id()));
        var left = lockout.left(signer);
        return replies.refused(
                left > 0 ? new Word.WrongPin(left) : new Word.PinLocked(signer.name()));
    }
}
