// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.identity.AssetId;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PartId;
import rotable.identity.PositionId;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import rotable.people.Role;
import rotable.release.Finding;
import rotable.unit.Case;
import rotable.unit.Release;
import rotable.words.Said;

/// A reason why something may not be done, as a value; its sentence and its next step stand in the
/// messages.
public sealed interface Refusal extends Said {
    record NoUnitInHand() implements Refusal {}

    record NoOpenOrder(UnitId unit) implements Refusal {}

    record OrderAlreadyOpen(UnitId unit, OrderId order) implements Refusal {}

    record PartUnknown(PartId part) implements Refusal {}

    record PartHasNoCriteria(PartId part) implements Refusal {}

    record UnitScrapped(UnitId unit) implements Refusal {}

    record UnitInstalled(UnitId unit, UnitId parent, PositionId position) implements Refusal {}

    record StepUnknown(String step) implements Refusal {}

    record StepNeedsValue(String step, String limits) implements Refusal {}

    record StepNeedsTool(String step, String kind) implements Refusal {}

    record IntakeOpen(List<String> steps) implements Refusal {}

    record IntakeAlreadySigned(String who, Instant at) implements Refusal {}

    record FaultUnknown(String code) implements Refusal {}

    record ActionUnknown(String code) implements Refusal {}

    record LocationUnknown(String code) implements Refusal {}

    record TextEmpty() implements Refusal {}

    record PositionUnknown(PositionId position) implements Refusal {}

    record PositionAlreadyOpen(PositionId position) implements Refusal {}

    record PositionNotOpen(PositionId position, Child child) implements Refusal {}

    record PartNotAccepted(Child child, PositionId position, List<String> accepts)
            implements Refusal {}

    record RemovedIsNotExpected(PositionId position, Child expected, Child actual)
            implements Refusal {}

    record InstalledElsewhere(Child child, UnitId parent, PositionId position) implements Refusal {}

    record RemovedBefore(Child child, UnitId parent, PositionId position) implements Refusal {}

    record RemovedFromAnother(Child child, UnitId parent, PositionId position) implements Refusal {}

    record CaseSettled(String dispute) implements Refusal {}

    /// @param bench where the unit was received first
    record WhoseWork(UnitId unit, String bench) implements Refusal {}

    record CaseOpen(UnitId unit, Case.Rule rule, String text) implements Refusal {}

    record ComponentHeld(Child child, String reason) implements Refusal {}

    record ComponentScrapped(Child child) implements Refusal {}

    record ShelfLifeOver(Child child, LocalDate until) implements Refusal {}

    record ComponentInWork(Child child, OrderId order) implements Refusal {}

    record NothingToRob(Child child) implements Refusal {}

    record NoMismatch(PositionId position) implements Refusal {}

    record TestUnknown(String test) implements Refusal {}

    record TestAlreadyRunning(String test, Instant since) implements Refusal {}

    /// A test is being run once more.
    record TestUnderWay(String test) implements Refusal {}

    record TestNotRunning(String test) implements Refusal {}

    record EquipmentNeeded(String test, String kind) implements Refusal {}

    record EquipmentUnknown(AssetId asset) implements Refusal {}

    record EquipmentOfOtherKind(AssetId asset, String kind, String needed) implements Refusal {}

    record EquipmentOverdue(AssetId asset, LocalDate due) implements Refusal {}

    record EquipmentOutOfTolerance(AssetId asset, LocalDate since) implements Refusal {}

    record TestHasNoTimer(String test) implements Refusal {}

    record TimerNotStarted(String test) implements Refusal {}

    record TimerAlreadyStarted(String test, Instant at) implements Refusal {}

    record NotANumber(String text, String unit) implements Refusal {}

    record OtherUnitOfMeasure(String given, String needed) implements Refusal {}

    record NotMet(String id, Finding finding) implements Refusal {}

    record RoleNeeded(Role role, String who) implements Refusal {}

    record PersonInactive(String who) implements Refusal {}

    record NeedsAnotherPerson(String who) implements Refusal {}

    record NotOverridable(String criterion) implements Refusal {}

    record CriterionNotFailing(String criterion) implements Refusal {}

    record ReasonTooShort(int characters) implements Refusal {}

    record HoldUnknown(String hold) implements Refusal {}

    record NotReleased(UnitId unit) implements Refusal {}

    record LabelOfOtherUnit(String label, String inHand) implements Refusal {}

    record LabelOfOtherRelease(String label, String current) implements Refusal {}

    record LabelVoid(ReleaseId release, Release.Revocation what, Instant at) implements Refusal {}

    record LabelHashDiffers(ReleaseId release) implements Refusal {}

    record NotQualified(String who, String process, String part) implements Refusal {}

    record NothingDoneSince(BackTo backTo, String rejected) implements Refusal {}

    record AlreadyShipped(UnitId unit, Instant at) implements Refusal {}

    record UnitHeld(UnitId unit, String reason) implements Refusal {}

    record LabelNotConfirmed(ReleaseId release) implements Refusal {}

    record ReasonNeeded() implements Refusal {}
}
