// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rotable.fact.CaseFact;
import rotable.fact.RepairFact;
import rotable.fact.RepairFact.Removed;
import rotable.fact.RepairFact.Removed.Match;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.journal.Lineage;
import rotable.journal.Stamp;

/// Folds what an order changed in its unit.
final class RepairFold {
    private final TreeMap<PositionId, Optional<Child>> asReceived;
    private final List<Change> changes = new ArrayList<>();
    private final List<Removal> removals = new ArrayList<>();
    private final TreeMap<PositionId, Stamp> open = new TreeMap<>();
    private final TreeMap<PositionId, Signed> leftOpen = new TreeMap<>();

    RepairFold(Map<PositionId, Optional<Child>> tree) {
        asReceived = new TreeMap<>(tree);
        // A position that is already empty at receipt still needs a component, or leave.
        tree.forEach(
                (position, child) -> {
                    if (child.isEmpty()) open.put(position, NEVER);
                });
    }

    private static final Stamp NEVER =
            new Stamp("", Lineage.first(""), 0, 0, 0, java.time.Instant.EPOCH, "", "");

    void apply(RepairFact fact, Stamp stamp) {
        switch (fact) {
            case Removed f -> removed(f, stamp);
            case RepairFact.Robbed f -> {
                open(f.position(), stamp);
                change(Change.Kind.REMOVED, f.position(), Optional.of(f.child()), stamp);
            }
            case RepairFact.Installed f -> {
                open.remove(f.position());
                leftOpen.remove(f.position());
                change(Change.Kind.INSTALLED, f.position(), Optional.of(f.child()), stamp);
            }
            case RepairFact.LeftOpen f ->
                    leftOpen.put(f.position(), new Signed(stamp.operator(), f.reason(), stamp));
            case RepairFact.MismatchDispositioned f -> disposition(f, stamp);
            case RepairFact.ActionTaken f ->
                    changes.add(
                            new Change(
                                    Change.Kind.ACTION,
                                    Optional.empty(),
                                    Optional.empty(),
                                    f.affects(),
                                    f.action(),
                                    false,
                                    stamp));
        }
    }

    private void removed(Removed f, Stamp stamp) {
        if (f.match() == Match.ESTABLISHED || f.match() == Match.MISMATCHED)
            asReceived.put(f.position(), f.child());
        removals.add(new Removal(f, Optional.empty(), stamp));
        open(f.position(), stamp);
        change(Change.Kind.REMOVED, f.position(), f.child().or(f::expected), stamp);
    }

    void stated(CaseFact.Stated s, Stamp stamp) {
        if (s.child().isEmpty()) open(s.position(), stamp);
        else {
            open.remove(s.position());
            leftOpen.remove(s.position());
        }
        var kind = s.child().isEmpty() ? Change.Kind.REMOVED : Change.Kind.INSTALLED;
        changes.add(change(kind, s.position(), s.child(), true, stamp));
    }

    private void open(PositionId position, Stamp stamp) {
        open.put(position, stamp);
        leftOpen.remove(position);
    }

    private void change(Change.Kind kind, PositionId position, Optional<Child> child, Stamp stamp) {
        changes.add(change(kind, position, child, false, stamp));
    }

    private static Change change(
            Change.Kind kind,
            PositionId position,
            Optional<Child> child,
            boolean stated,
            Stamp stamp) {
        return new Change(
                kind,
                Optional.of(position),
                child,
                Optional.empty(),
                child.map(c -> c.part().number()).orElse("component"),
                stated,
                stamp);
    }

    private void disposition(RepairFact.MismatchDispositioned f, Stamp stamp) {
        removals.replaceAll(
                r ->
                        r.fact().position().equals(f.position()) && r.dispositioned().isEmpty()
                                ? new Removal(
                                        r.fact(),
                                        Optional.of(
                                                new Signed(stamp.operator(), f.reason(), stamp)),
                                        r.stamp())
                                : r);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    List<Removal> removals() {
        return List.copyOf(removals);
    }

    Map<PositionId, Stamp> open() {
        return Collections.unmodifiableMap(open);
    }

    Map<PositionId, Signed> leftOpen() {
        return Collections.unmodifiableMap(leftOpen);
    }

    Map<PositionId, Optional<Child>> asReceived() {
        return Collections.unmodifiableMap(asReceived);
    }
}
