// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rotable.bench.Answer.Reason;
import rotable.fact.IntakeFact.Received;
import rotable.fact.ReleaseFact.Released;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import rotable.journal.Stamp;
import rotable.record.RecordProblem;
import rotable.unit.Case;
import rotable.unit.Order;
import rotable.unit.Unit;

/// What an exchange brought that concerns units at this bench: whoever works on them is told.
final class Notices {
    private final Context context;
    private final Set<String> known = new HashSet<>();
    private final Elsewhere elsewhere;
    private final Map<String, Open> open = new LinkedHashMap<>();

    /// A case of which whoever works on the unit knows.
    private record Open(UnitId unit, Case about) {}

    Notices(Context context) {
        this.context = context;
        this.elsewhere = new Elsewhere(context.bench);
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
        // What was put aside here is nowhere in the list any more if its receipt does not count;
        // nor is what was released here, or a component.
        for (var id : context.record.disputed())
            for (var c : context.record.unit(id).openCases())
                if (isHere(c.second().stamp()) || isHere(c.first())) here.add(id);
        var found = new ArrayList<Reason>();
        var hand = context.hand().filter(Unit::isNoUnit);
        if (hand.isPresent()) {
            var id = hand.get().id();
            var word = new Word.TagVoid(id.tag().orElseThrow(), id.nameplate());
            found.add(new Reason("tag-void", word));
            context.nothingPending();
            context.putDown();
        }
        var told = new HashSet<String>();
        for (var id : here) of(context.record.unit(id), told, found);
        settled(found);
        return found;
    }

    private void settled(List<Reason> found) throws RecordProblem {
        for (var ended : ended()) {
            var unit = context.record.unit(ended.unit());
            // That there are two of it says as much.
            var reason = new Reason("settled", (Record) said(unit, ended));
            if (unit.seconds().isEmpty() && !found.contains(reason)) found.add(reason);
        }
    }

    private static Word said(Unit unit, Open ended) {
        var serial = ended.unit().serial();
        var rest = unit.undecided().size();
        return rest == 0
                ? new Word.UnitSettled(serial, ended.about().rule())
                : new Word.CaseSettled(serial, ended.about().rule(), rest);
    }

    /// What is not open any more, and forgets it.
    private List<Open> ended() throws RecordProblem {
        var ended = new ArrayList<Open>();
        for (var o : List.copyOf(open.values())) {
            var still = context.record.unit(o.unit()).openCases();
            if (still.stream().anyMatch(c -> c.id().equals(o.about().id()))) continue;
            open.remove(o.unit() + o.about().id());
            ended.add(o);
        }
        return ended;
    }

    /// Somebody settled something at this bench, and knows. What else is new stays new.
    void settledHere() throws RecordProblem {
        for (var o : ended()) {
            var unit = context.record.unit(o.unit());
            for (var second : unit.seconds()) known.add(o.unit() + second.serial());
            elsewhere.changed(unit);
        }
    }

    /// Whoever has a unit in hand sees what there is.
    void seen() throws RecordProblem {
        var hand = context.hand();
        if (hand.isEmpty()) return;
        for (var c : hand.get().openCases()) known.add(hand.get().id() + c.id());
        for (var c : hand.get().undecided())
            open.put(hand.get().id() + c.id(), new Open(hand.get().id(), c));
        for (var second : hand.get().seconds()) known.add(hand.get().id() + second.serial());
        elsewhere.changed(hand.get());
        elsewhere.closed(hand.get());
        elsewhere.taken(hand.get());
    }

    /// @param told the cases that are told already, of the unit and its components alike
    private void of(Unit unit, Set<String> told, List<Reason> found) {
        for (var c : unit.undecided()) {
            var mates = unit.decidedWith(c).stream().map(Case::id).toList();
            var fresh = false;
            for (var id : mates) fresh |= known.add(unit.id() + id);
            if (!told.addAll(mates)) continue;
            open.put(unit.id() + c.id(), new Open(unit.id(), c));
            if (fresh) found.add(new Reason("disputed", (Record) disputed(unit, c)));
        }
        lost(unit)
                .filter(r -> known.add("lost " + r.value()))
                .map(r -> lost(unit, r))
                .ifPresent(word -> found.add(new Reason("release-lost", (Record) word)));
        for (var second : unit.seconds())
            if (known.add(unit.id() + second.serial())) {
                found.add(
                        new Reason("two-units", new Word.UnitIsTwo(serial(unit), second.serial())));
                // Which of the two is on the bench, only its label and its tag can tell.
                if (context.handId().filter(unit.id()::equals).isEmpty()) continue;
                context.nothingPending();
                context.putDown();
            }
        ofWork(unit, found);
    }

    /// What others did to it.
    private void ofWork(Unit unit, List<Reason> found) {
        elsewhere
                .changed(unit)
                .map(c -> new Word.ChangedElsewhere(serial(unit), c.described(), c.stamp().bench()))
                .ifPresent(word -> found.add(new Reason("changed-elsewhere", word)));
        if (context.handId().filter(unit.id()::equals).isEmpty()) return;
        elsewhere.closed(unit).ifPresent(w -> found.add(new Reason("closed-elsewhere", w)));
        elsewhere.taken(unit).ifPresent(w -> found.add(new Reason("taken-elsewhere", w)));
    }

    private static Word lost(Unit unit, ReleaseId release) {
        var away = unit.order().flatMap(Order::shipped).isPresent();
        return away
                ? new Word.ReleaseLostAway(serial(unit), release.value())
                : new Word.ReleaseLost(serial(unit), release.value());
    }

    private Word disputed(Unit unit, Case about) {
        var second = about.second();
        return second.fact() instanceof Received f
                        && second.without().isPresent()
                        && isHere(second.stamp())
                ? new Word.ReceivedTwice(serial(unit), f.order())
                : unit.openOrder().isPresent()
                        ? new Word.UnitDisputed(serial(unit), about.rule(), about.text())
                        : new Word.ClosedDisputed(serial(unit), about.rule(), about.text());
    }

    /// The last release at this bench, where what another bench recorded leaves it without effect.
    private Optional<ReleaseId> lost(Unit unit) {
        var last =
                unit.own().reversed().stream()
                        .filter(r -> r.fact() instanceof Released && isHere(r.stamp()))
                        .findFirst();
        if (last.isEmpty() || !(last.get().fact() instanceof Released f)) return Optional.empty();
        var revoked =
                unit.orders().stream()
                        .flatMap(o -> o.release().stream())
                        .filter(r -> r.id().equals(f.release()))
                        .flatMap(r -> r.revoked().stream())
                        .anyMatch(r -> !isHere(r.stamp()));
        return revoked || last.get().without().isPresent()
                ? Optional.of(f.release())
                : Optional.empty();
    }

    private boolean isHere(Stamp stamp) {
        return stamp.bench().equals(context.record.head().bench());
    }

    private boolean isHere(String hash) throws RecordProblem {
        return context.record.recorded(hash).filter(r -> isHere(r.stamp())).isPresent();
    }

    private static String serial(Unit unit) {
        return unit.id().serial();
    }
}
