// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.List;
import rotable.bench.Answer.Choice;
import rotable.bench.Answer.Outcome;
import rotable.bench.Answer.Reason;
import rotable.decision.Refusal;
import rotable.fact.BenchFact;
import rotable.journal.Entry;
import rotable.record.RecordProblem;

/// Makes answers, dated; they are numbered as they are given.
final class Replies {
    private final Context context;

    Replies(Context context) {
        this.context = context;
    }

    private Answer answer(
            Outcome outcome,
            Record text,
            List<Reason> reasons,
            List<Choice> choices,
            List<Entry> entries) {
        return new Answer(0, context.clock.instant(), outcome, text, reasons, choices, entries);
    }

    Answer say(Outcome outcome, Record text) {
        return answer(outcome, text, List.of(), List.of(), List.of());
    }

    Answer done(List<Entry> entries) {
        return answer(Outcome.DONE, telling(entries), List.of(), List.of(), entries);
    }

    Answer done(Record text, List<Entry> entries) {
        return answer(Outcome.DONE, text, List.of(), List.of(), entries);
    }

    /// The fact of a command that people want to hear: the last that is about a unit.
    static Record telling(List<Entry> entries) {
        for (var e : entries.reversed())
            if (e.fact() instanceof Record r && !(e.fact() instanceof BenchFact.Voucher)) return r;
        throw new IllegalArgumentException("a command without facts");
    }

    Answer refused(Record why) {
        return answer(
                Outcome.REFUSED, why, List.of(new Reason(code(why), why)), List.of(), List.of());
    }

    /// Refused, with the answers to a question that stays open.
    Answer refused(Record why, List<Pending.Option> options) {
        return answer(
                Outcome.REFUSED,
                why,
                List.of(new Reason(code(why), why)),
                choices(options),
                List.of());
    }

    /// Refused with a code that there was before the sentence.
    Answer refused(String code, Record why) {
        return answer(Outcome.REFUSED, why, List.of(new Reason(code, why)), List.of(), List.of());
    }

    /// Refused for every objection; the first one is what the result line says.
    Answer refused(List<Refusal> refusals) {
        var reasons = refusals.stream().map(Replies::reason).toList();
        return answer(
                Outcome.REFUSED,
                refusals.size() == 1
                        ? reasons.getFirst().said()
                        : new Word.StandsInTheWay(reasons.size()),
                reasons,
                List.of(),
                List.of());
    }

    Answer attention(Record text, List<Reason> reasons) {
        return answer(Outcome.ATTENTION, text, reasons, List.of(), List.of());
    }

    /// The same with the answers to a question that stays open.
    Answer attention(Record text, List<Reason> reasons, List<Pending.Option> options) {
        return answer(Outcome.ATTENTION, text, reasons, choices(options), List.of());
    }

    /// The record could not be read or written.
    Answer problem(RecordProblem e) {
        var why = String.valueOf(e.getMessage());
        return say(
                Outcome.PROBLEM,
                switch (e.kind()) {
                    case DISK_FULL -> new Word.DiskFull(why);
                    case DAMAGED -> new Word.RecordDamaged(why);
                    case UNWITNESSED -> new Word.NotMirrored(why);
                    case AWAITING ->
                            context.link() instanceof Link.Stopped s
                                    ? new Word.NothingComesIn(s.why())
                                    : new Word.TakingOver();
                    case NONE, IN_USE, READ_ONLY, NOT_ITS_OWN, OTHER_MIRROR, ONLY_MIRROR, OTHER ->
                            new Word.RecordFailed(why);
                });
    }

    static Reason reason(Refusal refusal) {
        if (refusal instanceof Refusal.NotMet m) return new Reason(m.id(), (Record) m.finding());
        return new Reason(code((Record) refusal), (Record) refusal);
    }

    /// Refused, with ways on.
    Answer ask(Record text, List<Reason> reasons, List<Pending.Option> options) {
        return answer(Outcome.ASK, text, reasons, choices(options), List.of());
    }

    private static List<Choice> choices(List<Pending.Option> options) {
        var choices = new java.util.ArrayList<Choice>();
        for (int i = 0; i < options.size(); i++)
            choices.add(new Choice(Integer.toString(i + 1), options.get(i).text()));
        return choices;
    }

    /// An answer, and the ways on from a question that stays open beside it.
    Answer with(Answer answer, List<Pending.Option> options) {
        return answer(
                answer.outcome(),
                answer.text(),
                answer.reasons(),
                choices(options),
                answer.entries());
    }

    /// An answer, and what there is to say beside it.
    Answer telling(Answer answer, List<Reason> reasons) {
        return new Answer(
                answer.n(),
                answer.at(),
                answer.outcome(),
                answer.text(),
                reasons,
                answer.choices(),
                answer.entries());
    }

    Answer ask(Record text) {
        return answer(Outcome.ASK, text, List.of(), List.of(), List.of());
    }

    /// A question that follows from a step that was just recorded.
    Answer asking(Record question, Answer recorded) {
        return new Answer(
                recorded.n(),
                recorded.at(),
                Outcome.ASK,
                question,
                List.of(),
                List.of(),
                recorded.entries());
    }

    /// An objection's name as integrators read it, such as `order-already-open`.
    static String code(Record said) {
        return said.getClass()
                .getSimpleName()
                .replaceAll("(?<!^)(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
