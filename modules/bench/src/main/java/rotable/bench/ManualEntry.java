// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.fact.Evidence;
import rotable.identity.Child;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.part.Tracking;
import rotable.record.RecordProblem;
import rotable.scan.Scan;

/// A maker's serial that was typed because it could not be scanned. A known one is shown and
/// confirmed; a new one is compared with those that it may have been meant for, and typed twice.
/// What was pending before is pending again when that is settled.
final class ManualEntry {
    /// More ways than digits to choose them by are not offered.
    private static final int MOST = 7;

    private final Context context;
    private final Replies replies;
    private final Prompts prompts;
    private final Scans scans;

    private record Entry(String text, Evidence evidence) {}

    ManualEntry(Desk desk, Scans scans) {
        this.context = desk.context();
        this.replies = desk.replies();
        this.prompts = desk.prompts();
        this.scans = scans;
    }

    /// What was typed for the first time.
    ///
    /// @param raised what it is in upper case, which small letters on a label may be meant for
    Answer entered(String text, Scan scan, Scan raised, Evidence evidence) throws RecordProblem {
        if (context.person().isEmpty()) return replies.refused(new Word.SignInFirst());
        var entry = new Entry(text, evidence);
        var known = new ArrayList<UnitId>();
        var fresh = new ArrayList<Child>();
        if (scan instanceof Scan.Item item) part(item.candidates(), known, fresh);
        else known.addAll(context.record.unitsWithSerial(text));
        if (!known.isEmpty()) return confirm(known, fresh, entry);
        if (fresh.isEmpty()) return meant(entry, raised);
        var alike = alike(fresh);
        if (!alike.isEmpty()) return choose(new Word.LooksAlike(shown(fresh)), alike, fresh, entry);
        var transposed = transposed(fresh);
        if (!transposed.isEmpty())
            return choose(new Word.Transposed(shown(fresh)), transposed, fresh, entry);
        return again(fresh, entry);
    }

    private void part(List<Child> candidates, List<UnitId> known, List<Child> fresh)
            throws RecordProblem {
        for (var c : candidates) {
            var id = c.asUnit();
            if (id.isPresent() && !context.record.unit(id.get()).isUnknown()) known.add(id.get());
            else fresh.add(c);
        }
    }

    private static String shown(List<Child> fresh) {
        return fresh.getFirst().mark();
    }

    /// What was typed for the second time.
    Answer repeated(Pending.TypeAgain pending, String text) throws RecordProblem {
        if (text.equals(pending.text()) || text.equals(pending.mark())) return pending.next().run();
        int at = 0;
        var first = pending.text();
        while (at < Math.min(text.length(), first.length()) && text.charAt(at) == first.charAt(at))
            at++;
        return replies.refused(new Word.TypedDiffers(first, text, at + 1));
    }

    private Answer again(List<Child> items, Entry entry) {
        context.pending(
                new Pending.TypeAgain(
                        entry.text(), shown(items), () -> taken(items, entry), context.pending()));
        return replies.ask(new Word.TypeAgain(shown(items)));
    }

    private Answer taken(List<Child> items, Entry entry) throws RecordProblem {
        return scans.scanned(new Scan.Item(items), entry.evidence());
    }

    /// Known: shown, and Enter takes it where there is only one. Another part's unit may bear the
    /// same serial and be new.
    private Answer confirm(List<UnitId> known, List<Child> fresh, Entry entry) {
        var options = options(known, entry);
        for (var f : fresh)
            options.add(prompts.option(new Word.NewItem(f), () -> again(List.of(f), entry)));
        options.add(prompts.leave(new Word.NoneOfThese()));
        if (known.size() > 1) return prompts.choose(options);
        return prompts.confirm(new Word.TypedKnown(known.getFirst()), options);
    }

    /// Not known, and of no part by its rule: perhaps one of these was meant, or the part has no
    /// rule.
    private Answer meant(Entry entry, Scan raised) throws RecordProblem {
        var near = near(entry.text());
        var options = options(near, entry);
        var free = free(entry.text(), raised);
        if (options.size() + free.size() <= MOST)
            for (var f : free)
                if (f.asUnit().filter(near::contains).isEmpty())
                    options.add(
                            prompts.option(new Word.NewItem(f), () -> again(List.of(f), entry)));
        if (options.isEmpty()) return replies.refused(new Word.NotKnown(entry.text()));
        options.add(prompts.leave(new Word.NoneOfThese()));
        return prompts.choose(new Word.DidYouMean(entry.text()), options);
    }

    /// What the text may be the mark of: what it is in upper case, or a part whose marks are free.
    private List<Child> free(String text, Scan raised) {
        var found = new ArrayList<Child>();
        if (raised instanceof Scan.Item i) found.addAll(i.candidates());
        for (var part : context.reference().parts().values())
            if (part.serialPattern().isEmpty() && part.tracking() == Tracking.SERIAL)
                found.add(new Child.Serialised(new UnitId(part.id(), text)));
        return found;
    }

    private Answer choose(Record why, List<UnitId> known, List<Child> fresh, Entry entry) {
        var options = options(known, entry);
        options.add(prompts.option(new Word.AsTyped(shown(fresh)), () -> again(fresh, entry)));
        return prompts.choose(why, options);
    }

    private List<Pending.Option> options(List<UnitId> units, Entry entry) {
        var options = new ArrayList<Pending.Option>();
        for (var u : units.subList(0, Math.min(MOST, units.size()))) {
            var child = new Child.Serialised(u);
            options.add(
                    prompts.option(new Word.ChoiceItem(child), () -> taken(List.of(child), entry)));
        }
        return options;
    }

    /// Units of the same part that look alike on a worn label.
    private List<UnitId> alike(List<Child> fresh) throws RecordProblem {
        var found = new ArrayList<UnitId>();
        for (var f : fresh)
            for (var unit : context.record.unitsLookingLike(f.mark()))
                if (unit.part().equals(f.part())) found.add(unit);
        return found;
    }

    /// Units of the same part with two characters the other way round, where the part's serials do
    /// not make that warning false too often.
    private List<UnitId> transposed(List<Child> fresh) throws RecordProblem {
        var worth = new HashMap<PartId, Boolean>();
        var found = new ArrayList<UnitId>();
        for (var f : fresh)
            for (var unit : context.record.unitsWithAny(LookAlikes.transpositions(f.mark()))) {
                if (!unit.part().equals(f.part())) continue;
                if (!worth.containsKey(f.part()))
                    worth.put(f.part(), context.warnsOfTranspositions(f.part()));
                if (worth.getOrDefault(f.part(), false)) found.add(unit);
            }
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
