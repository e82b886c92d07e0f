// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rotable.decision.Settlement;
import rotable.fact.Reading;
import rotable.fact.ReleaseFact.Ended.Ending;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.people.Role;
import rotable.release.Finding;
import rotable.unit.Case;
import rotable.unit.Release;
import rotable.words.Said;

/// What the bench itself has to say, beside the facts and the objections of the rules.
// One line a word, and so longer than most.
public sealed interface Word extends Said {
    record Ready() implements Word {}

    record UnknownBadge(String badge) implements Word {}

    record SignInFirst() implements Word {}

    record WrongPin(int left) implements Word {}

    record NoPinSet(String who) implements Word {}

    record PinWaits(String who, Duration left) implements Word {}

    record NoPinTyped() implements Word {}

    /// Somebody signed in where a unit is in hand.
    record SignedInWith(String who, String serial) implements Word {}

    /// A unit was put aside while a question was open.
    record ParkedUnanswered(String serial) implements Word {}

    record PinLocked(String who) implements Word {}

    record PinNotAsked() implements Word {}

    record SignerNeeded(Role role, String meaning) implements Word {}

    record PinNeeded(String who, String meaning) implements Word {}

    record ReasonNeeded(Why what) implements Word {}

    /// What a reason is asked for.
    enum Why {
        NOTE,
        HOLD,
        UNHOLD,
        REJECT,
        SAME_UNIT,
        CAME_BACK,
        TWO_UNITS,
        FIRST,
        SECOND,
        LOOKED_AT,
        OVERRIDE,
        REPRINT,
        MISMATCH,
        TRANSFER,
        NO_LABEL,
        DOUBTED,
        LEFT_OPEN,
        CANCEL_STEP,
        UNREPAIRED,
        SCRAPPED,
        BER,
        EXCHANGED
    }

    /// It was recorded, and the record says that it can't have been so.
    record WithoutEffect(String why) implements Word {}

    /// A question is left unanswered, and nothing changes.
    record LeftAsItIs() implements Word {}

    /// The way on of recording that something came out whose label can't be believed.
    record ChoiceDoubtful(PositionId position) implements Word {}

    record WhichToEnd() implements Word {}

    record NoPlaceHere(UnitId unit, String part) implements Word {}

    record FailStays() implements Word {}

    record HoldStays() implements Word {}

    /// A release that was revoked stays so.
    record VoidStays(String release) implements Word {}

    record AllOpen() implements Word {}

    record IntakeStepsDone() implements Word {}

    record StepLeft(String step) implements Word {}

    record StandsClosed(UnitId unit, OrderId order, Ending ending) implements Word {}

    record ComponentStands(String serial, String part, String status) implements Word {}

    record StopsEarly(String test, long minutes, String limits) implements Word {}

    record OwnPin() implements Word {}

    record ReasonFirst() implements Word {}

    record NumberIsNoReason() implements Word {}

    record StandsEnded(UnitId unit, OrderId order, Ending ending) implements Word {}

    record ReleasedAlready(UnitId unit, String release) implements Word {}

    record ConfirmToReceive(String release) implements Word {}

    record ConfirmToReopen(String release) implements Word {}

    record ScanAgainToReceive(String serial) implements Word {}

    record BenchUnknown(String bench) implements Word {}

    record ToolNeeded(String step, String kind) implements Word {}

    record EquipmentNeeded(String test, String kind) implements Word {}

    record NotExpected(String what) implements Word {}

    record NotKnown(String text) implements Word {}

    record UnitShown(String serial, String part, String status) implements Word {}

    record UnitNew(String serial, String part) implements Word {}

    /// One that is not received by itself.
    record ComponentNew(String serial, String part) implements Word {}

    record AlreadyInHand(String serial) implements Word {}

    record AlreadyDone(String what, Instant at) implements Word {}

    record ScanAgainToSwitch(String serial) implements Word {}

    /// A component's label while something else is asked for.
    record ScanAgainToReplace(String mark) implements Word {}

    record FitsNoPosition(String serial, List<PositionId> open) implements Word {}

    record ScanAgainToReopen(String release) implements Word {}

    record ChooseOne() implements Word {}

    record OnlyOne() implements Word {}

    record PutDown(String serial) implements Word {}

    record QuestionOpen() implements Word {}

    record NoSuchChoice(String key) implements Word {}

    record LabelDoubtful() implements Word {}

    record TypedByScanner(String why) implements Word {}

    record TypedWithoutReason(String text) implements Word {}

    record TypedKnown(UnitId unit) implements Word {}

    record TypeAgain(String text) implements Word {}

    record TypedDiffers(String first, String second, int at) implements Word {}

    record LooksAlike(String text) implements Word {}

    record Transposed(String text) implements Word {}

    record DidYouMean(String text) implements Word {}

    record NewItem(Child item) implements Word {}

    record AsTyped(String text) implements Word {}

    record ChoiceItem(Child item) implements Word {}

    /// A unit with an order of its own as a choice: which of two that read alike it is.
    record ChoiceUnit(Child item, String status, OrderId order, String bench) implements Word {}

    record NoneOfThese() implements Word {}

    record ChoicePosition(PositionId position) implements Word {}

    record ChoiceMismatch(Child child, PositionId position) implements Word {}

    record ChoiceRob(Child child, UnitId parent, PositionId position) implements Word {}

    /// The same where the other unit is released and has not left.
    record ChoiceRobReleased(Child child, UnitId parent, PositionId position, String release)
            implements Word {}

    record ChoiceCriterion(String id, List<Finding> found) implements Word {}

    record ChoiceBackTo(BackTo stage) implements Word {}

    record ChoiceHold(String hold, String reason) implements Word {}

    record Cancelled() implements Word {}

    record NothingPending() implements Word {}

    record NotReceiving() implements Word {}

    record NoHold() implements Word {}

    record NoMismatch() implements Word {}

    record NoCase() implements Word {}

    record NoTag() implements Word {}

    record NoCases() implements Word {}

    record ChoiceReleased(UnitId unit, String release) implements Word {}

    record ChoiceCase(UnitId unit, Case.Rule rule, String text) implements Word {}

    record ChoiceCases(UnitId unit, Case.Rule rule, String text, int more) implements Word {}

    record ChoiceSettlement(Settlement how, String text) implements Word {}

    record NothingToOverride() implements Word {}

    record LockedBadgeNeeded() implements Word {}

    record NothingToUndo() implements Word {}

    /// @param what the fact that counts no more
    record TakenBack(Record what) implements Word {}

    record UndoTooLate(Instant at) implements Word {}

    record UndoBuiltOn(String by, String bench, Instant at) implements Word {}

    record NothingParked() implements Word {}

    record ReceivingOn() implements Word {}

    record ReceivingNext(String serial, OrderId order) implements Word {}

    record ReceivingOff() implements Word {}

    /// A card without the code that it needs, where there are too many to choose by a digit.
    record CodeNeeded(String card) implements Word {}

    /// A code that this depot does not have.
    record CodeUnknown(String card) implements Word {}

    /// A way on by a code.
    record ChoiceCode(String code, String text) implements Word {}

    record NoTimer() implements Word {}

    record NoTimedTest() implements Word {}

    /// What was typed for a line of a checklist is not within its limits.
    record StepOutOfLimits(String step, String value, String limits) implements Word {}

    /// What is expected next can only be scanned.
    record NextIsAScan(String what) implements Word {}

    /// A label that was recorded as printed, and not scanned back before the program ended.
    record LabelUnsure(String release, String serial) implements Word {}

    record SupervisorUnlocks() implements Word {}

    record StandsReleased(UnitId unit, String release, Instant at) implements Word {}

    record Clear(OrderId order) implements Word {}

    record OneStandsInTheWay() implements Word {}

    record StandsInTheWay(int count) implements Word {}

    record NextValue(String test, String measure, String limits) implements Word {}

    /// A test is begun, and its timer not started.
    record TimerWaits(String test) implements Word {}

    record TimerRuns(String test, Instant since) implements Word {}

    record AllTestsDone() implements Word {}

    record AllStepsDone() implements Word {}

    record NotACommand(String text) implements Word {}

    record NotATime(String text) implements Word {}

    record Locked(String who) implements Word {}

    record PrinterFailed(String why) implements Word {}

    record TagNotPrinted(String why) implements Word {}

    record TagPrinted(String tag, UnitId unit) implements Word {}

    record EndNotPrinted(String why) implements Word {}

    /// The label of an order that ended without a release.
    record EndPrinted(OrderId order, UnitId unit) implements Word {}

    record RecordFailed(String why) implements Word {}

    record DiskFull(String why) implements Word {}

    record RecordDamaged(String why) implements Word {}

    /// A value of a test is not within its limits.
    record TestFailed(String test, String measure, Optional<Reading> value, String limits)
            implements Word {}

    record ChoiceAbort(String test, Instant begun) implements Word {}

    record ChoiceTest(String test) implements Word {}

    record WhichNotOk() implements Word {}

    record ChoiceStep(String text) implements Word {}

    record UnitOnHold(String serial, String reason) implements Word {}

    /// A label whose release has no effect because of what another bench recorded.
    record LabelLost(String release, String why) implements Word {}

    /// A label of a release that stands, and of which a case leaves open whether it is this unit's.
    record LabelDisputed(String release, String serial) implements Word {}

    /// A label of an earlier release of the unit.
    record LabelOld(String release, Instant at) implements Word {}

    /// The mirror was changed by something else than this program.
    record MirrorMended() implements Word {}

    /// The database had lost entries that its witness still had.
    record BroughtBack(long entries) implements Word {}

    /// Verification found a bad entry.
    record EntryDamaged(String entry, String why) implements Word {}

    record NotMirrored(String why) implements Word {}

    /// This computer takes the place of another as this bench.
    record TakingOver() implements Word {}

    /// The same, and the exchange that is to bring it does not go on by itself.
    record NothingComesIn(String why) implements Word {}

    record BadText(String why) implements Word {}

    /// Whoever was signed in was sent away meanwhile.
    record SentAway(String who) implements Word {}

    /// Another bench changed a unit that is open here.
    record ChangedElsewhere(String serial, String change, String bench) implements Word {}

    /// A supervisor settled, at another bench, the last contradiction about a unit.
    record UnitSettled(String serial, Case.Rule rule) implements Word {}

    /// A supervisor settled one contradiction about a unit at another bench.
    ///
    /// @param open how many are left
    record CaseSettled(String serial, Case.Rule rule, int open) implements Word {}

    /// What another bench recorded contradicts what was recorded of a unit at this one.
    record UnitDisputed(String serial, Case.Rule rule, String text) implements Word {}

    /// The same of a unit of which no order is open.
    record ClosedDisputed(String serial, Case.Rule rule, String text) implements Word {}

    /// Another bench received the unit before this one did.
    record ReceivedTwice(String serial, OrderId own) implements Word {}

    /// What another bench recorded leaves a release of this bench without effect.
    record ReleaseLost(String serial, String release) implements Word {}

    /// The same of a unit that was shipped meanwhile.
    record ReleaseLostAway(String serial, String release) implements Word {}

    /// It was shipped, and no release of it holds.
    record LeftUnreleased(String serial) implements Word {}

    /// The value is asked for at another bench.
    record BegunElsewhere(String test, String bench) implements Word {}

    /// The stay of the unit in hand is over, by another bench's doing.
    record ClosedElsewhere(String serial, Closing how, String bench) implements Word {}

    /// How a stay is over.
    enum Closing {
        RELEASED,
        SHIPPED,
        ENDED
    }

    /// Another bench took the unit in hand.
    record TakenElsewhere(String serial, String bench) implements Word {}

    /// A supervisor found that two units bear this serial. The tag of a second unit that is none,
    /// or bears another tag.
    record TagVoid(String tag, String serial) implements Word {}

    record UnitIsTwo(String serial, String second) implements Word {}

    record LabelVoidWord(String release, Instant at, Release.Revocation what) implements Word {}

    record WentWrong(String code) implements Word {}

    record ScannerReady(String port) implements Word {}

    record ScannerGone(String port) implements Word {}

    record ScanCutOff(String port) implements Word {}

    record ScanTheOld() implements Word {}

    /// The centre was restored, and benches give it back what it lost.
    record CentreFails(String why) implements Word {}

    record CentreRefilling() implements Word {}

    record Exchanged(long sent, long received) implements Word {}

    record CentreUnreachable(String why) implements Word {}

    record CentreRefuses(String why) implements Word {}

    record NoCentre() implements Word {}

    record Help(List<String> verbs) implements Word {}
}
