// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rotable.bench.Answer.Reason;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.unit.Unit;

/// What an exchange brought that concerns units at this bench: whoever works on them is told.
final class Notices {
    private final Context context;
    private final Set<String> known = new HashSet<>();

    Notices(Context context) {
        this.context = context;
    }

    /// What is there already, nobody needs to be told.
    void start() throws RecordProblem {
        fresh();
    }

    /// What is new since the last time.
    List<Reason> fresh() throws RecordProblem {
        var here = new LinkedHashSet<UnitId>();
        context.handId().ifPresent(here::add);
        for (var open : context.record.openHere()) here.add(open.unit());
        var found = new ArrayList<Reason>();
        for (var id : here) of(context.record.unit(id), found);
        return found;
    }

    /// Whoever has a unit in hand sees what there is.
    void seen() throws RecordProblem {
        var hand = context.hand();
        if (hand.isEmpty()) return;
        for (var c : hand.get().openCases()) known.add(hand.get().id() + c.id());
        for (var second : hand.get().seconds()) known.add(hand.get().id() + second.serial());
    }

    private void of(Unit unit, List<Reason> found) {
        for (var c : unit.openCases())
            if (known.add(unit.id() + c.id()))
                found.add(
                        new Reason(
                                "disputed",
                                new Word.UnitDisputed(unit.id().serial(), c.rule(), c.text())));
        for (var second : unit.seconds())
            if (known.add(unit.id() + second.serial())) {
                found.add(
                        new Reason(
                                "two-units",
                                new Word.UnitIsTwo(unit.id().serial(), second.serial())));
                // Which of the two is on the bench, only its label and its tag can tell.
                if (context.handId().filter(unit.id()::equals).isEmpty()) continue;
                context.nothingPending();
                context.putDown();
            }
    }
}
