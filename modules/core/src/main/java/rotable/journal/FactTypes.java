// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.fact.CustodyFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.fact.TestFact;

/// The tags under which facts stand in entries. A tag that has landed is never renamed; a fact that
/// changes its shape gets a further type version, and the old one keeps its reader.
final class FactTypes {
    private static final Map<Type, Class<? extends Fact>> BY_TYPE = new LinkedHashMap<>();
    private static final Map<Class<?>, Type> BY_CLASS = new LinkedHashMap<>();

    private record Type(String tag, int version) {}

    static {
        add("epoch-begun", BenchFact.EpochBegun.class);
        add("checkpoint", BenchFact.Checkpoint.class);
        add(new Type("checkpoint", 2), BenchFact.Witness.class);
        add("signed-in", BenchFact.SignedIn.class);
        add("signed-out", BenchFact.SignedOut.class);
        add("pin-set", BenchFact.PinSet.class);
        add("pin-refused", BenchFact.PinRefused.class);
        add("pin-accepted", BenchFact.PinAccepted.class);
        add("pin-unlocked", BenchFact.PinUnlocked.class);
        add("undone", BenchFact.Undone.class);
        add("depot-published", ReferenceFact.DepotPublished.class);
        add("bench-published", ReferenceFact.BenchPublished.class);
        add("part-published", ReferenceFact.PartPublished.class);
        add("criteria-published", ReferenceFact.CriteriaPublished.class);
        add("person-published", ReferenceFact.PersonPublished.class);
        add("equipment-published", ReferenceFact.EquipmentPublished.class);
        add("found-out-of-tolerance", ReferenceFact.FoundOutOfTolerance.class);
        add("code-published", ReferenceFact.CodePublished.class);
        add("shelf-life-published", ReferenceFact.ShelfLifePublished.class);
        add("format-published", ReferenceFact.FormatPublished.class);
        add("entry-policy-published", ReferenceFact.EntryPolicyPublished.class);
        add("adopted", IntakeFact.Adopted.class);
        add("received", IntakeFact.Received.class);
        add("declared", IntakeFact.Declared.class);
        add("checked", IntakeFact.Checked.class);
        add("step-cancelled", IntakeFact.StepCancelled.class);
        add("intake-signed", IntakeFact.IntakeSigned.class);
        add("diagnosed", IntakeFact.Diagnosed.class);
        add("noted", IntakeFact.Noted.class);
        add("removed", RepairFact.Removed.class);
        add("installed", RepairFact.Installed.class);
        add("robbed", RepairFact.Robbed.class);
        add("left-open", RepairFact.LeftOpen.class);
        add("mismatch-dispositioned", RepairFact.MismatchDispositioned.class);
        add("action-taken", RepairFact.ActionTaken.class);
        add("test-begun", TestFact.TestBegun.class);
        add("timer-started", TestFact.TimerStarted.class);
        add("measured", TestFact.Measured.class);
        add("test-ended", TestFact.TestEnded.class);
        add("inspected", ReleaseFact.Inspected.class);
        add("rejected", ReleaseFact.Rejected.class);
        add("hold-placed", ReleaseFact.HoldPlaced.class);
        add("hold-lifted", ReleaseFact.HoldLifted.class);
        add("overridden", ReleaseFact.Overridden.class);
        add("released", ReleaseFact.Released.class);
        add("ended", ReleaseFact.Ended.class);
        add("taken-in-hand", CustodyFact.TakenInHand.class);
        add("parked", CustodyFact.Parked.class);
        add("moved", CustodyFact.Moved.class);
        add("label-printed", CustodyFact.LabelPrinted.class);
        add("label-confirmed", CustodyFact.LabelConfirmed.class);
        add("identity-read", CustodyFact.IdentityRead.class);
        add("shipped", CustodyFact.Shipped.class);
        add("case-settled", CaseFact.Settled.class);
        add("unit-split", CaseFact.Split.class);
    }

    private FactTypes() {}

    private static void add(String tag, Class<? extends Fact> type) {
        add(new Type(tag, 1), type);
    }

    private static void add(Type type, Class<? extends Fact> shape) {
        BY_TYPE.put(type, shape);
        BY_CLASS.put(shape, type);
    }

    static String tag(Fact fact) {
        if (fact instanceof Fact.Unknown unknown) return unknown.type();
        return type(fact).tag();
    }

    private static Type type(Fact fact) {
        var type = BY_CLASS.get(fact.getClass());
        if (type == null) throw new IllegalStateException("no tag for " + fact.getClass());
        return type;
    }

    static int version(Fact fact) {
        return fact instanceof Fact.Unknown unknown ? unknown.typeVersion() : type(fact).version();
    }

    static Optional<Class<? extends Fact>> type(String tag, int version) {
        return Optional.ofNullable(BY_TYPE.get(new Type(tag, version)));
    }

    static Set<Class<?>> known() {
        return BY_CLASS.keySet();
    }
}
