// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rotable.decision.Intent;
import rotable.fact.Evidence;
import rotable.fact.Evidence.How;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.Reading;
import rotable.fact.ReferenceFact;
import rotable.identity.AssetId;
import rotable.identity.Child;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.part.CriteriaSet;
import rotable.part.Equipment;
import rotable.part.Measure;
import rotable.part.Part;
import rotable.part.Position;
import rotable.part.Step;
import rotable.part.TestSpec;
import rotable.part.Tracking;
import rotable.people.Person;
import rotable.people.Qualification;
import rotable.people.Qualification.Process;
import rotable.people.Role;

/// A small depot that repairs one kind of blower, for stories.
final class Blower {
    static final PartId PART = new PartId("ACME", "BLOWER");
    static final PartId FILTER = new PartId("ACME", "FILTER");
    static final UnitId UNIT = new UnitId(PART, "BL-1");
    static final PositionId P1 = new PositionId("P1");
    static final AssetId METER = new AssetId("FM-1");
    private static final LocalDate LATER = LocalDate.parse("2030-12-31");

    private Blower() {}

    static Child filter(String lot) {
        return new Child.Lot(FILTER, lot);
    }

    static Evidence scanned() {
        return new Evidence(How.SCANNED, Optional.of("5d"), Optional.empty());
    }

    /// @param due until when the flow meter is calibrated
    static List<ReferenceFact> depot(boolean dualSignOff, String due) {
        return depot(set(dualSignOff, List.of(intake())), due);
    }

    /// A depot that demands a torque of 1.8 to 2.2 Nm as well.
    static List<ReferenceFact> torqued() {
        var limits =
                new Measure(
                        "torque",
                        Measure.Source.INSTRUMENT,
                        "Nm",
                        Optional.of(new BigDecimal("1.8")),
                        Optional.of(new BigDecimal("2.2")),
                        List.of());
        var torque =
                new Step("TQ", Step.Phase.REPAIR, "Cover", Optional.of(limits), Optional.empty());
        return depot(set(false, List.of(intake(), torque)), "2027-06-30");
    }

    /// The cover's torque, as whoever does it says.
    static Intent checked(String torque) {
        var value = Optional.of(new Reading("torque", torque, "Nm"));
        return new Intent.Check("TQ", Checked.Answer.OK, value, Optional.empty());
    }

    private static List<ReferenceFact> depot(CriteriaSet set, String due) {
        var today = Story.today();
        return List.of(
                new ReferenceFact.CriteriaPublished(today, set),
                new ReferenceFact.PartPublished(today, part(FILTER, Tracking.LOT, List.of())),
                new ReferenceFact.PartPublished(
                        today,
                        part(PART, Tracking.SERIAL, List.of(new Position(P1, List.of(FILTER))))),
                new ReferenceFact.EquipmentPublished(
                        today, new Equipment(METER, "FLOW", "Flow meter", LocalDate.parse(due))),
                new ReferenceFact.CodePublished(
                        today,
                        ReferenceFact.CodePublished.Kind.FAULT,
                        "WEAK",
                        "Weak",
                        Optional.empty()),
                person("ana", "BG-KA-2224-J", LATER, Role.TECHNICIAN),
                person("kim", "BG-KA-2226-E", LATER, Role.INSPECTOR),
                person("lee", "BG-KA-2227-C", LATER, Role.RELEASER, Role.SUPERVISOR));
    }

    static ReferenceFact person(String name, String badge, LocalDate until, Role... roles) {
        var qualifications =
                List.of(Process.values()).stream()
                        .map(p -> new Qualification(p, "*", until))
                        .toList();
        return new ReferenceFact.PersonPublished(
                Story.today(),
                new Person(
                        new PersonId(name),
                        name,
                        badge,
                        List.of(roles),
                        qualifications,
                        Optional.empty(),
                        true));
    }

    private static Part part(PartId id, Tracking tracking, List<Position> positions) {
        var set = positions.isEmpty() ? Optional.<String>empty() : Optional.of("CS");
        return new Part(
                id,
                id.number(),
                "1",
                tracking,
                Optional.empty(),
                Optional.empty(),
                positions,
                set,
                Optional.empty(),
                false);
    }

    private static Step intake() {
        return new Step("IN", Step.Phase.INTAKE, "No damage", Optional.empty(), Optional.empty());
    }

    private static CriteriaSet set(boolean dualSignOff, List<Step> steps) {
        var flow =
                new Measure(
                        "flow",
                        Measure.Source.INSTRUMENT,
                        "l/min",
                        Optional.of(new BigDecimal("118")),
                        Optional.of(new BigDecimal("126")),
                        List.of());
        var test = new TestSpec("FLOW", "Air flow", Optional.of("FLOW"), List.of(flow));
        var criteria =
                List.of(
                        "G01", "G02", "G03", "G04", "G05", "G06", "G07", "G08", "G09", "G10", "G13",
                        "G14", "G15", "G16", "G25");
        return new CriteriaSet("CS", criteria, steps, List.of(test), List.of(), dualSignOff, true);
    }

    /// Received, intake signed, fault found.
    static Story received(Story story) {
        return story.by("ana")
                .does(new Intent.Receive(UNIT, scanned()))
                .does(new Intent.CheckAll(Step.Phase.INTAKE))
                .signed("ana", new Intent.SignIntake())
                .does(new Intent.Diagnose("WEAK"));
    }

    static Story swapped(Story story, String out, String in) {
        return story.does(
                new Intent.Remove(P1, Optional.of(filter(out)), false, Optional.empty(), scanned()),
                new Intent.Install(P1, filter(in), scanned()));
    }

    static Story tested(Story story, String flow) {
        return story.does(
                new Intent.BeginTest("FLOW", Optional.of(METER)),
                new Intent.Measure("FLOW", flow, "l/min"));
    }
}
