// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.fact.Evidence;
import rotable.identity.Child;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.scan.Scan;

/// A maker's serial that was typed because it could not be scanned. A known one is shown and
/// confirmed; a new one is compared with those that it may have been meant for, and typed twice.
final class ManualEntry {
    /// More ways than digits to choose them by are not offered.
    private static final int MOST = 7;

    private final Context context;
    private final Replies replies;
    private final Prompts prompts;
    private final Scans scans;

    ManualEntry(Desk desk, Scans scans) {
        this.context = desk.context();
        this.replies = desk.replies();
        this.prompts = desk.prompts();
        this.scans = scans;
    }

    /// What was typed for the first time.
    Answer entered(String text, Scan scan, Evidence evidence) throws RecordProblem {
        if (context.person().isEmpty()) return replies.refused(new Word.SignInFirst());
        var known = known(text, scan);
        if (!known.isEmpty()) return confirm(known, evidence);
        if (!(scan instanceof Scan.Item item)) return meant(text, evidence);
        var alike = alike(text, item.candidates());
        if (!alike.isEmpty()) return choose(new Word.LooksAlike(text), alike, text, scan, evidence);
        var transposed = transposed(text, item.candidates());
        if (!transposed.isEmpty())
            return choose(new Word.Transposed(text), transposed, text, scan, evidence);
        return again(text, scan, evidence);
    }

    /// What was typed for the second time.
    Answer repeated(Pending.TypeAgain pending, String text) throws RecordProblem {
        context.nothingPending();
        if (text.equals(pending.text())) return pending.next().run();
        int at = 0;
        var first = pending.text();
        while (at < Math.min(text.length(), first.length()) && text.charAt(at) == first.charAt(at))
            at++;
        return replies.refused(new Word.TypedDiffers(first, text, at + 1));
    }

    private Answer again(String text, Scan scan, Evidence evidence) {
        context.pending(new Pending.TypeAgain(text, () -> scans.scanned(scan, evidence)));
        return replies.ask(new Word.TypeAgain(text));
    }

    private List<UnitId> known(String text, Scan scan) throws RecordProblem {
        if (!(scan instanceof Scan.Item item)) return context.record.unitsWithSerial(text);
        var known = new ArrayList<UnitId>();
        for (var c : item.candidates()) {
            var id = c.asUnit();
            if (id.isPresent() && !context.record.unit(id.get()).isUnknown()) known.add(id.get());
        }
        return known;
    }

    /// Known: shown, and Enter takes the first.
    private Answer confirm(List<UnitId> known, Evidence evidence) {
        var options = options(known, evidence);
        options.add(prompts.option(new Word.NoneOfThese(), prompts::cancelled));
        return prompts.confirm(new Word.TypedKnown(known.getFirst()), options);
    }

    /// Not known, and of no part by its rule: perhaps one of these was meant.
    private Answer meant(String text, Evidence evidence) throws RecordProblem {
        var near = near(text);
        if (near.isEmpty()) return replies.refused(new Word.NotKnown(text));
        var options = options(near, evidence);
        options.add(prompts.option(new Word.NoneOfThese(), prompts::cancelled));
        return prompts.choose(new Word.DidYouMean(text), options);
    }

    private Answer choose(
            Record why, List<UnitId> known, String text, Scan scan, Evidence evidence) {
        var options = options(known, evidence);
        options.add(prompts.option(new Word.AsTyped(text), () -> again(text, scan, evidence)));
        return prompts.choose(why, options);
    }

    private List<Pending.Option> options(List<UnitId> units, Evidence evidence) {
        var options = new ArrayList<Pending.Option>();
        for (var u : units.subList(0, Math.min(MOST, units.size())))
            options.add(
                    prompts.option(
                            new Word.ChoiceItem(new Child.Serialised(u)),
                            () ->
                                    scans.scanned(
                                            new Scan.Item(List.of(new Child.Serialised(u))),
                                            evidence)));
        return options;
    }

    /// Units of the same part that look alike on a worn label.
    private List<UnitId> alike(String text, List<Child> candidates) throws RecordProblem {
        return context.record.unitsLookingLike(text).stream()
                .filter(u -> ofPart(u, candidates))
                .toList();
    }

    private static boolean ofPart(UnitId unit, List<Child> candidates) {
        return candidates.stream().anyMatch(c -> c.part().equals(unit.part()));
    }

    /// Units of the same part with two characters the other way round, where the part's serials do
    /// not make that warning false too often.
    private List<UnitId> transposed(String text, List<Child> candidates) throws RecordProblem {
        var found = new ArrayList<UnitId>();
        for (var unit : context.record.unitsWithAny(LookAlikes.transpositions(text)))
            if (ofPart(unit, candidates) && context.warnsOfTranspositions(unit.part()))
                found.add(unit);
        return found;
    }

    /// Known units near the text, those that look alike first.
    private List<UnitId> near(String text) throws RecordProblem {
        Set<UnitId> near = new LinkedHashSet<>(context.record.unitsLookingLike(text));
        near.addAll(context.record.unitsWithAny(LookAlikes.transpositions(text)));
        near.addAll(context.record.unitsWithAny(LookAlikes.neighbours(text)));
        return List.copyOf(near);
    }

    /// The pending second entry, if there is one.
    Optional<Pending.TypeAgain> pending() {
        return context.pending() instanceof Pending.TypeAgain t ? Optional.of(t) : Optional.empty();
    }
}
