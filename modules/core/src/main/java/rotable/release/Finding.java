// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.unit.Case;
import rotable.words.Said;

/// What a criterion found, as a value; its sentence and its next step stand in the messages.
public sealed interface Finding extends Said {
    /// What fails, and who let it pass for a time that is over.
    record Lapsed(Finding what, String who, Instant until) implements Finding {}

    /// What fails, and who let it pass.
    record LetPass(Finding what, String who, String reason, Instant until) implements Finding {}

    record IdentityRead(String serial, Instant at) implements Finding {}

    record IdentityNotRead(String serial) implements Finding {}

    record IdentityTyped(String serial) implements Finding {}

    record ElectronicSerialDiffers(String label, String read) implements Finding {}

    record IntakeSignedBy(String who, Instant at) implements Finding {}

    record IntakeNotSigned() implements Finding {}

    record StepsDone(int count) implements Finding {}

    record StepMissing(String step) implements Finding {}

    record ToolStepMissing(String step, String tool) implements Finding {}

    record StepCancelledUnreasoned(String step) implements Finding {}

    record StepNotOk(String step) implements Finding {}

    record StepOutOfLimits(String step, String value, String limits) implements Finding {}

    record StepWithoutTool(String step, String kind) implements Finding {}

    record PositionsFilled(int changed) implements Finding {}

    record PositionsLeft(int changed, List<PositionId> left) implements Finding {}

    record PositionOpen(PositionId position, List<String> accepts) implements Finding {}

    record RemovalsMatch(int count) implements Finding {}

    record RemovalMismatch(PositionId position, Child expected, String actual) implements Finding {}

    record Disputed(String serial, Case.Rule rule, String text) implements Finding {}

    record RemovedUnread(PositionId position) implements Finding {}

    record InstalledEligible(int count) implements Finding {}

    record NotAccepted(Child child, PositionId position) implements Finding {}

    record ComponentHeld(Child child, String reason) implements Finding {}

    record ShelfLifeOver(Child child, LocalDate until) implements Finding {}

    record ComponentScrapped(Child child) implements Finding {}

    record ComponentElsewhere(Child child, UnitId parent, PositionId position) implements Finding {}

    record ComponentNotReleased(Child child) implements Finding {}

    record TestsPassed(int count) implements Finding {}

    record TestMissing(String test) implements Finding {}

    /// @param since when its timer was started
    record TestRunning(String test, Instant since) implements Finding {}

    record TimerNotStarted(String test) implements Finding {}

    record ValueAwaited(String test) implements Finding {}

    record TestWithoutPass(String test, String outcome) implements Finding {}

    record EvidenceFresh(int count) implements Finding {}

    record EvidenceStale(String test, String change, Instant changedAt, Instant passedAt)
            implements Finding {}

    record ChangedMeanwhile(String test, String change, Instant changedAt) implements Finding {}

    record EvidenceConcurrent(String test, String change, Instant changedAt, Instant passedAt)
            implements Finding {}

    record ValuesHold(int count) implements Finding {}

    record ValueOutOfLimits(String test, String measured, String limits) implements Finding {}

    record FailedAfterPass(String test, Instant at) implements Finding {}

    record FailedElsewhere(String test, Instant at, Instant passedAt) implements Finding {}

    record CalibrationGood(int count) implements Finding {}

    record CalibrationExpired(String asset, LocalDate due, Instant used, String test)
            implements Finding {}

    record OutOfTolerance(String asset, LocalDate since, String test) implements Finding {}

    record EquipmentUnknown(String asset) implements Finding {}

    record SoftwareAllowed(String found) implements Finding {}

    record SoftwareNotAllowed(String found, List<String> allowed) implements Finding {}

    record SoftwareNotRead(List<String> allowed) implements Finding {}

    record AllQualified() implements Finding {}

    record NotQualified(String who, String process, Optional<LocalDate> until, String work)
            implements Finding {}

    record InspectedBy(String who, Instant at) implements Finding {}

    record InspectionMissing() implements Finding {}

    record InspectionStale(Instant inspected, String change, Instant changedAt)
            implements Finding {}

    record InspectedByTechnician(String who) implements Finding {}

    record InspectorNotQualified(String who) implements Finding {}

    record RejectedBy(String who, String reason) implements Finding {}

    record ReleaserAuthorised(String who) implements Finding {}

    record ReleaserAwaited() implements Finding {}

    record StayOver() implements Finding {}

    record ReleaserNotAuthorised(String who, String part) implements Finding {}

    record NoHold() implements Finding {}

    record HoldOpen(String hold, String reason) implements Finding {}

    record RecordWhole(long upTo) implements Finding {}

    record RecordDamaged(String entry, String why) implements Finding {}

    record RecordNotVerified(long upTo, long head) implements Finding {}

    record NewerRotableNeeded(String type) implements Finding {}

    record NotRequired() implements Finding {}

    record AfterTheTests() implements Finding {}
}
