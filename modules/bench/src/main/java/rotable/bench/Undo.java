// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import rotable.fact.BenchFact;
import rotable.fact.CustodyFact;
import rotable.fact.ReleaseFact;
import rotable.fact.Subject;
import rotable.fact.TestFact;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.identity.UnitId;
import rotable.journal.Entry;
import rotable.journal.Signature;
import rotable.record.RecordProblem;
import rotable.unit.Order;
import rotable.unit.Recorded;
import rotable.unit.Release;
import rotable.unit.Undoing;
import rotable.unit.Unit;

/// Taking back, which is a further fact.
final class Undo {
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Context context;
    private final Work work;
    private final Replies replies;

    Undo(Desk desk) {
        this.context = desk.context();
        this.work = desk.work();
        this.replies = desk.replies();
    }

    /// Takes back the last own command about the unit in hand: within ten minutes, never what was
    /// signed or printed, nor anything before the label was scanned back.
    Answer last() throws RecordProblem {
        var last = lastCommand();
        if (last.filter(Undo::failed).isPresent()) return replies.refused(new Word.FailStays());
        if (last.filter(Undo::held).isPresent()) return replies.refused(new Word.HoldStays());
        if (last.isEmpty() || !mine(last.get()) || fixed(last.get()) || labelled())
            return replies.refused(new Word.NothingToUndo());
        var at = last.get().stamp().at();
        if (at.plus(WITHIN).isBefore(context.clock.instant()))
            return replies.refused(new Word.UndoTooLate(at));
        context.nothingPending();
        var command = last.get().entry().envelope().command();
        var subjects = subjects(command);
        var revoked = revoked(command);
        if (revoked.isPresent())
            return replies.refused(new Word.VoidStays(revoked.get().id().value()));
        var since = builtOn(command, subjects);
        if (since.isPresent()) return replies.refused(builtOn(since.get()));
        var what = Replies.telling(entries(command));
        var answer = work.undo(command, subjects, what);
        // Taking it in hand may be what was taken back.
        if (context.openOrder().filter(o -> o.taken().isEmpty()).isPresent()) context.putDown();
        return answer;
    }

    private Word.UndoBuiltOn builtOn(Recorded r) {
        var by = context.record.reference().nameOf(r.stamp().operator());
        return new Word.UndoBuiltOn(by, r.stamp().bench(), r.stamp().at());
    }

    private Optional<Recorded> builtOn(String command, List<Subject> subjects)
            throws RecordProblem {
        for (var s : subjects) {
            if (s.kind() != Subject.Kind.UNIT) continue;
            var unit = context.record.unit(UnitId.parse(s.id()));
            var since = Undoing.builtOn(unit, command);
            if (since.isPresent()) return since;
            for (var second : unit.seconds()) {
                since = Undoing.builtOn(context.record.unit(second), command);
                if (since.isPresent()) return since;
            }
        }
        return Optional.empty();
    }

    private boolean mine(Recorded r) {
        return r.stamp().operator().equals(context.person().orElseThrow().id().value());
    }

    /// Whether the label of a release that stands was scanned back.
    private boolean labelled() throws RecordProblem {
        return context.hand()
                .flatMap(Unit::order)
                .flatMap(Order::release)
                .filter(Release::stands)
                .flatMap(Release::confirmed)
                .isPresent();
    }

    /// A run that failed is kept, whatever comes after it.
    private static boolean failed(Recorded r) {
        return r.fact() instanceof TestFact.TestEnded f && f.result() == Result.FAIL;
    }

    /// A hold is lifted by a supervisor, even one that was placed by mistake.
    private static boolean held(Recorded r) {
        return r.fact() instanceof ReleaseFact.HoldPlaced;
    }

    /// The release that does not hold since that command: its label may be off the unit by now.
    private Optional<Release> revoked(String command) throws RecordProblem {
        var hashes = entries(command).stream().map(Entry::hash).toList();
        return context.hand()
                .flatMap(Unit::order)
                .flatMap(Order::release)
                .filter(
                        r ->
                                r.revoked()
                                        .filter(v -> hashes.contains(v.stamp().hash()))
                                        .isPresent());
    }

    private static boolean fixed(Recorded r) {
        return r.entry().envelope().signature().map(Signature::person).isPresent()
                || r.fact() instanceof CustodyFact.LabelConfirmed
                || r.fact() instanceof CustodyFact.LabelPrinted;
    }

    private List<Entry> entries(String command) throws RecordProblem {
        return context.hand().orElseThrow().own().stream()
                .map(Recorded::entry)
                .filter(e -> e.envelope().command().equals(command))
                .toList();
    }

    private List<Subject> subjects(String command) throws RecordProblem {
        return entries(command).stream()
                .flatMap(e -> e.envelope().subjects().stream())
                .distinct()
                .toList();
    }

    private Optional<Recorded> lastCommand() throws RecordProblem {
        var history = context.hand().map(u -> u.own()).orElse(List.of());
        var undone = new HashSet<String>();
        for (var r : history.reversed()) {
            if (!r.stamp().bench().equals(context.bench)) continue;
            if (r.fact() instanceof BenchFact.Undone u) undone.add(u.command());
            else if (!undone.contains(r.entry().envelope().command())) return Optional.of(r);
        }
        return Optional.empty();
    }
}
