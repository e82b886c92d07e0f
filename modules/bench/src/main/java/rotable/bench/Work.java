// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import rotable.decision.Author;
import rotable.decision.Decider;
import rotable.decision.Decision;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.BenchFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.Subject;
import rotable.identity.Child;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.people.Person;
import rotable.record.RecordProblem;

/// Decides intents and records what is accepted.
final class Work {
    private final Context context;
    private final Replies replies;
    private final List<Entry> recorded = new ArrayList<>();

    Work(Context context, Replies replies) {
        this.context = context;
        this.replies = replies;
    }

    /// Decides the intent by whoever is signed in, records the facts and answers.
    Answer perform(Intent intent) throws RecordProblem {
        return perform(intent, Optional.empty());
    }

    Answer perform(Intent intent, Optional<Person> signer) throws RecordProblem {
        if (context.person().isEmpty()) return replies.refused(new Word.SignInFirst());
        if (!context.reference().benches().containsKey(context.bench))
            return replies.refused(new Word.BenchUnknown(context.bench));
        var world = context.world(units(intent));
        var who = new Author(context.person().get(), signer);
        return switch (Decider.decide(world, intent, who)) {
            case Decision.Refused r -> replies.refused(r.refusals());
            case Decision.Accepted a -> record(a);
        };
    }

    /// What deciding the intent without any signature would object to.
    List<Refusal> objections(Intent intent) throws RecordProblem {
        return objections(intent, Optional.empty());
    }

    /// The same with somebody's signature.
    List<Refusal> objections(Intent intent, Optional<Person> signer) throws RecordProblem {
        var who = new Author(context.person().orElseThrow(), signer);
        return switch (Decider.decide(context.world(units(intent)), intent, who)) {
            case Decision.Refused r -> r.refusals();
            case Decision.Accepted a -> List.of();
        };
    }

    private Answer record(Decision.Accepted accepted) throws RecordProblem {
        var operator = context.person().orElseThrow().id().value();
        var draft =
                new Draft(
                        UUID.randomUUID(),
                        operator,
                        accepted.signature(),
                        context.clock.moment(),
                        accepted.facts());
        var entries = append(draft);
        // Whoever did something else does not mean to confirm any more, nor to say why.
        if (context.pending() instanceof Pending.Again a) context.pending(a.before());
        if (context.pending() instanceof Pending.Reason && !aside(accepted.facts()))
            context.nothingPending();
        var vain = vain(entries);
        return vain.isPresent()
                ? replies.attention(
                        vain.get(), List.of(new Answer.Reason("without-effect", vain.get())))
                : replies.done(entries);
    }

    /// What is entered while a question is open, and has nothing to do with it.
    private static boolean aside(List<Fact> facts) {
        return facts.stream().allMatch(f -> f instanceof IntakeFact.Declared);
    }

    /// What was decided rightly may still be without effect, where the record is not what it
    /// seemed.
    private Optional<Word.WithoutEffect> vain(List<Entry> entries) throws RecordProblem {
        var own = new HashSet<String>();
        for (var e : entries) own.add(e.hash());
        return context.hand().stream()
                .flatMap(u -> u.history().reversed().stream())
                .takeWhile(r -> own.contains(r.entry().hash()))
                .flatMap(r -> r.without().stream())
                .map(w -> new Word.WithoutEffect(w.why()))
                .findFirst();
    }

    private List<Entry> append(Draft draft) throws RecordProblem {
        var entries = context.record.append(draft);
        recorded.addAll(entries);
        return entries;
    }

    /// What was recorded since this was last asked for.
    List<Entry> recorded() {
        var all = List.copyOf(recorded);
        recorded.clear();
        return all;
    }

    /// Records a fact about the bench or its people.
    List<Entry> note(String operator, Fact fact) throws RecordProblem {
        return append(
                new Draft(
                        UUID.randomUUID(),
                        operator,
                        Optional.empty(),
                        context.clock.moment(),
                        List.of(fact)));
    }

    /// Takes back a command.
    ///
    /// @param what the fact of it that people heard
    Answer undo(String command, List<Subject> subjects, Record what) throws RecordProblem {
        var operator = context.person().orElseThrow().id().value();
        var entries = note(operator, new BenchFact.Undone(command, subjects));
        return replies.done(new Word.TakenBack(what), entries);
    }

    private List<UnitId> units(Intent intent) throws RecordProblem {
        var ids = new ArrayList<UnitId>();
        switch (intent) {
            case Intent.Receive i -> ids.add(i.unit());
            case Intent.Install i -> i.child().asUnit().ifPresent(ids::add);
            case Intent.Rob i -> i.child().asUnit().ifPresent(ids::add);
            case Intent.Settle i ->
                    Stream.concat(
                                    Stream.of(i.dispute().second()),
                                    context.hand().stream().flatMap(u -> u.history().stream()))
                            .flatMap(r -> r.entry().envelope().subjects().stream())
                            .filter(s -> s.kind() == Subject.Kind.UNIT)
                            .map(s -> UnitId.parse(s.id()))
                            .distinct()
                            .forEach(ids::add);
            case Intent.Remove i -> i.child().flatMap(Child::asUnit).ifPresent(ids::add);
            default -> {}
        }
        for (var id : List.copyOf(ids)) ids.addAll(context.record.unit(id).seconds());
        return ids;
    }
}
