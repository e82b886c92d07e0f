// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import static rotable.simulator.PlantedBugsTest.bug;

import java.util.List;
import rotable.simulator.PlantedBugsTest.Bug;

/// Mistakes to plant. Those of the store and of the exchange first, then those of the fold.
// One list, and so longer than most.
final class PlantedBugs {
    private PlantedBugs() {}

    static final List<Bug> ALL =
            List.of(
                    bug(
                            "the watermark moves before its entries are written",
                            "store/src/main/java/rotable/store/DerbyReplica.java",
                            "        Arrivals.Taken taken;\n",
                            "        database.inTransaction(\n                db -> {\n                    Progress.watermark(db, batch.now());\n                    return batch;\n                });\n        Arrivals.Taken taken;\n"),
                    bug(
                            "what is sent is acknowledged for good, whatever the centre says later",
                            "store/src/main/java/rotable/store/Outbox.java",
                            "                        acknowledged.put(epoch, head.seq());\n",
                            "                        acknowledged.merge(epoch, head.seq(), Math::max);\n",
                            "                        Progress.acknowledged(db, epoch, head.seq());\n",
                            ""),
                    bug(
                            "a batch ends in the middle of a command",
                            "store/src/main/java/rotable/store/WholeCommands.java",
                            "            if (e.index() + 1 < e.count()) continue;\n",
                            "            if (all && lines.size() == 3) return List.copyOf(lines);\n            if (e.index() + 1 < e.count()) continue;\n"),
                    bug(
                            "acknowledged by how much is sent and not by where it ends",
                            "store/src/main/java/rotable/store/Outbox.java",
                            "long seq = parcel.last();",
                            "long seq = parcel.last() + 1;"),
                    bug(
                            "the user is told before the mirror has it",
                            "store/src/main/java/rotable/store/Journal.java",
                            "        witness(entries);\n",
                            ""),
                    bug(
                            "what the mirror alone has is not replayed",
                            "store/src/main/java/rotable/store/Journal.java",
                            "case Witness.Finding.DatabaseBehind f -> replay(f.lost());",
                            "case Witness.Finding.DatabaseBehind f -> Optional.<String>empty();"),
                    bug(
                            "a restored bench goes on in its old epoch",
                            "store/src/main/java/rotable/store/DerbyReplica.java",
                            "if (journal.isBehind(head)) journal.restored(head);",
                            "if (journal.isBehind(head)) outbox.start();"),
                    bug(
                            "own entries are not known again when they come back",
                            "store/src/main/java/rotable/store/Arrivals.java",
                            "return OptionalLong.of(row.no());",
                            "return OptionalLong.empty();"),
                    bug(
                            "what was placed stays in the tail",
                            "store/src/main/java/rotable/store/Arrivals.java",
                            "            if (e.bench().equals(bench)) Progress.placed(db, e.epoch(), e.seq());\n",
                            ""),
                    bug(
                            "the tail is not decided anew",
                            "store/src/main/java/rotable/store/Arrivals.java",
                            "        layers.redecideTail();\n",
                            ""),
                    bug(
                            "what the bench decided for itself stays decided",
                            "store/src/main/java/rotable/store/Layers.java",
                            "            forget(command);\n            stored.tail().placed(command);\n",
                            "            stored.tail().placed(command);\n            command.clear();\n"),
                    bug(
                            "what the centre placed is decided over what it has not",
                            "store/src/main/java/rotable/store/Layers.java",
                            "var decided = decided(command, id -> Unit.of(id, central(id)));",
                            "var decided = decided(command, this::whole);",
                            "    private List<Recorded> decided(",
                            "    private Unit whole(UnitId id) {\n        return Unit.of(id, stored.history(db, Subject.of(id)));\n    }\n\n    private List<Recorded> decided("),
                    bug(
                            "units stay as they were remembered",
                            "store/src/main/java/rotable/store/DerbyRecord.java",
                            "                taken.units().forEach(cache::put);\n",
                            ""),
                    bug(
                            "reference data from elsewhere waits for the next start",
                            "store/src/main/java/rotable/store/DerbyRecord.java",
                            "                if (taken.reference()) reload();\n",
                            ""),
                    bug(
                            "the order of epochs is the order in which they arrive",
                            "store/src/main/java/rotable/store/Epochs.java",
                            "lineages.put(key(bench, epoch), lineage);",
                            "lineages.put(key(bench, epoch), new Lineage(epoch, lineages.size() + 1, lineage.before()));"),
                    bug(
                            "a restored centre is given back all but the first",
                            "store/src/main/java/rotable/store/DerbyReplica.java",
                            "db.placed(after, after + MOST)",
                            "db.placed(after + 1, after + MOST)"),
                    bug(
                            "a centre that is filled up gets new entries first",
                            "sync/src/main/java/rotable/sync/Exchange.java",
                            "        if (greeting.refilling()) refill(central, greeting);\n",
                            ""),
                    bug(
                            "the token is not kept",
                            "sync/src/main/java/rotable/sync/Exchange.java",
                            "        replica.token(greeting.token());\n",
                            ""),
                    bug(
                            "what an older release did not know stays unknown",
                            "store/src/main/java/rotable/store/DerbyRecord.java",
                            "&& db.lastNo() > 1",
                            "&& db.lastNo() < 0"),
                    bug(
                            "evidence by position and not by cause",
                            "core/src/main/java/rotable/release/TestCriteria.java",
                            "q.affects(c, test) && !c.stamp().precedes(begun)",
                            "q.affects(c, test) && c.stamp().position() > begun.position()"),
                    bug(
                            "before and after by the clock",
                            "core/src/main/java/rotable/journal/Stamp.java",
                            "return position > 0 && position <= other.seen;",
                            "return at.isBefore(other.at);"),
                    bug(
                            "everything that was placed was known",
                            "core/src/main/java/rotable/journal/Stamp.java",
                            "return position > 0 && position <= other.seen;",
                            "return position > 0;"),
                    bug(
                            "a component may be in two units",
                            "core/src/main/java/rotable/unit/Outcomes.java",
                            "                .flatMap(child -> unit(child).installedIn())\n                .map(p -> inAnother(f.child(), p));",
                            "                .flatMap(child -> unit(child).installedIn())\n                .filter(p -> p.since().position() < 0)\n                .map(p -> inAnother(f.child(), p));"),
                    bug(
                            "of a command only the entry that contradicts has no effect",
                            "store/src/main/java/rotable/store/Layers.java",
                            "new Recorded(r.entry(), r.stamp(), why)",
                            "new Recorded(r.entry(), r.stamp(), r.equals(command.getLast()) ? why : Optional.empty())"),
                    bug(
                            "work is not looked at when rights were taken away afterwards",
                            "store/src/main/java/rotable/store/Arrivals.java",
                            "            for (var r : command) layers.look(r);\n",
                            ""),
                    bug(
                            "a second unit comes without what came just before it",
                            "store/src/main/java/rotable/store/Layers.java",
                            "if (Routes.brings(split, r.entry()) && !late.contains(r)) late.add(r);",
                            "if (late.contains(r)) late.add(r);"),
                    bug(
                            "a second receipt is nobody's case",
                            "core/src/main/java/rotable/unit/Outcomes.java",
                            "because.filter(b -> !b.precedes(r.stamp()))",
                            "because.filter(b -> b.seq() < 0)"),
                    bug(
                            "a settlement that is not the first is forgotten",
                            "core/src/main/java/rotable/unit/Outcomes.java",
                            "Case.Rule.CLOSED, otherwise)",
                            "Case.Rule.CLOSED, Optional.empty())"),
                    bug(
                            "a case between two who knew of each other",
                            "core/src/main/java/rotable/unit/Outcomes.java",
                            "because.filter(b -> !b.precedes(r.stamp()))",
                            "because.filter(b -> b.seq() > 0)"),
                    bug(
                            "a release outlives what is done after it",
                            "core/src/main/java/rotable/unit/ReleaseFold.java",
                            "|| !release.get().stands() || !revokes(fact)",
                            "|| !release.get().stands() || release.isPresent()"),
                    bug(
                            "a release is granted over what another bench did meanwhile",
                            "core/src/main/java/rotable/unit/Outcomes.java",
                            "if (!r.stamp().precedes(stamp) && ReleaseFold.grantedWithout(unit, r))",
                            "if (r.stamp().seq() < 0)"),
                    bug(
                            "what something was built on is taken back",
                            "core/src/main/java/rotable/unit/Outcomes.java",
                            "                || r.fact() instanceof BenchFact.Undone;",
                            "                || r.fact() instanceof BenchFact.Checkpoint;"),
                    bug(
                            "cases come in the order of a hash",
                            "core/src/main/java/rotable/unit/Outcomes.java",
                            "if (disputed.isPresent())",
                            "if (disputed.isPresent() && System.identityHashCode(disputed.get()) % 2 == 0)"));
}
