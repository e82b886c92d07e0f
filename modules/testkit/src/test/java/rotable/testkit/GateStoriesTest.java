// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.testkit.Blower.filter;
import static rotable.testkit.Blower.received;
import static rotable.testkit.Blower.swapped;
import static rotable.testkit.Blower.tested;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.Reading;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.identity.HoldId;
import rotable.people.Role;
import rotable.release.Status;

/// What opens and closes the way back into service, told over facts alone.
class GateStoriesTest {
    private static Story story() {
        return new Story(Blower.UNIT, Blower.depot(false, "2027-06-30"));
    }

    private static Story dual() {
        return new Story(Blower.UNIT, Blower.depot(true, "2027-06-30"));
    }

    @Test
    void a_repaired_and_tested_unit_is_clear() {
        var story = tested(swapped(received(story()), "F-1", "F-2"), "122");
        assertEquals(List.of(), story.blockers("lee"));
        story.signed("lee", new Intent.Release());
        assertEquals(Status.RELEASED, Status.of(story.unit()));
    }

    @Test
    void every_criterion_that_is_open_is_named_at_once() {
        var story = story().by("ana").does(new Intent.Receive(Blower.UNIT, Blower.scanned()));
        assertEquals(List.of("G02", "G03", "G07", "G08", "G09", "G10"), story.blockers("lee"));
    }

    @Test
    void limits_are_inclusive_and_what_lies_outside_fails() {
        assertEquals(List.of(), tested(received(story()), "118").blockers("lee"));
        assertEquals(List.of(), tested(received(story()), "126").blockers("lee"));
        var failed = tested(received(story()), "126.01").blockers("lee");
        assertTrue(failed.containsAll(List.of("G07", "G09")), failed.toString());
    }

    @Test
    void a_change_after_the_pass_makes_it_stale_whatever_the_clock_says() {
        var story = tested(received(story()).at("10:00"), "122");
        swapped(story.at("09:00"), "F-1", "F-2");
        assertEquals(List.of("G08"), story.blockers("lee"));
        tested(story.at("11:00"), "122");
        assertEquals(List.of(), story.blockers("lee"));
    }

    @Test
    void an_inspection_older_than_the_work_counts_no_more() {
        var story = tested(received(dual()), "122").by("kim").signed("kim", new Intent.Inspect());
        assertEquals(List.of(), story.blockers("lee"));
        tested(swapped(story.by("ana"), "F-1", "F-2"), "122");
        assertEquals(List.of("G14"), story.blockers("lee"));
    }

    @Test
    void whoever_did_the_work_does_not_inspect_it() {
        var story = dual().published(both());
        tested(received(story), "122");
        var refusals = story.refusals(new Intent.Inspect(), Optional.of("ana"));
        assertEquals(List.of(new Refusal.NeedsAnotherPerson("ana")), refusals);
    }

    /// Ana as inspector as well.
    private static ReferenceFact both() {
        var until = LocalDate.parse("2030-12-31");
        return Blower.person("ana", "BG-KA-2224-J", until, Role.TECHNICIAN, Role.INSPECTOR);
    }

    @Test
    void an_item_past_its_shelf_life_is_not_installed() {
        var story = received(story()).published(shelfLife("F-2", "2026-11-19"));
        story.does(
                new Intent.Remove(
                        Blower.P1,
                        Optional.of(filter("F-1")),
                        false,
                        Optional.empty(),
                        Blower.scanned()));
        story.refused(
                new Intent.Install(Blower.P1, filter("F-2"), Blower.scanned()),
                new Refusal.ShelfLifeOver(filter("F-2"), LocalDate.parse("2026-11-19")));
    }

    @Test
    void an_item_whose_shelf_life_turns_out_to_have_been_over_blocks() {
        var story = tested(swapped(received(story()), "F-1", "F-2"), "122");
        story.published(shelfLife("F-2", "2026-11-20"));
        assertEquals(List.of(), story.blockers("lee"), "the last day is a good day");
        story.published(shelfLife("F-2", "2026-11-19"));
        assertEquals(List.of("G06"), story.blockers("lee"));
    }

    private static ReferenceFact shelfLife(String lot, String until) {
        return new ReferenceFact.ShelfLifePublished(
                Story.today(), Blower.FILTER, lot, LocalDate.parse(until));
    }

    @Test
    void overdue_equipment_does_not_test() {
        var story = received(new Story(Blower.UNIT, Blower.depot(false, "2026-11-19")));
        story.refused(
                new Intent.BeginTest("FLOW", Optional.of(Blower.METER)),
                new Refusal.EquipmentOverdue(Blower.METER, LocalDate.parse("2026-11-19")));
    }

    @Test
    void equipment_found_wrong_later_reaches_back() {
        var story = tested(received(story()), "122");
        story.published(
                new ReferenceFact.FoundOutOfTolerance(
                        Story.today(), Blower.METER, LocalDate.parse("2026-11-01")));
        assertEquals(List.of("G10"), story.blockers("lee"));
    }

    @Test
    void who_is_qualified_no_more_does_no_work() {
        received(story().published(anaUntil("2026-11-19")))
                .refused(
                        new Intent.BeginTest("FLOW", Optional.of(Blower.METER)),
                        new Refusal.NotQualified("ana", "TEST", "BLOWER"));
    }

    @Test
    void work_by_somebody_whose_qualification_had_run_out_blocks() {
        var story = tested(received(story()), "122");
        story.published(anaUntil("2026-11-19"));
        assertEquals(List.of("G13"), story.blockers("lee"));
    }

    @Test
    void a_run_by_somebody_qualified_takes_the_place_of_that_work() {
        var story = tested(received(story()), "122").published(anaUntil("2026-11-19"), raj());
        assertEquals(List.of("G13"), story.blockers("lee"));
        tested(story.by("raj"), "122");
        assertEquals(List.of(), story.blockers("lee"));
    }

    private static ReferenceFact raj() {
        var until = LocalDate.parse("2030-12-31");
        return Blower.person("raj", "BG-KA-2225-G", until, Role.TECHNICIAN);
    }

    /// Releases before 0.2 took any value for an answer that was in order.
    @Test
    void an_answer_with_a_value_out_of_limits_is_given_anew() {
        var story = new Story(Blower.UNIT, Blower.torqued());
        tested(received(story), "122").wrote(torque(story, "9.0"));
        assertEquals(List.of("G03"), story.blockers("lee"));
        story.does(Blower.checked("2.0"));
        assertEquals(List.of(), story.blockers("lee"));
    }

    private static Checked torque(Story story, String value) {
        var order = story.unit().order().orElseThrow().id();
        var reading = Optional.of(new Reading("torque", value, "Nm"));
        return new Checked(Blower.UNIT, order, "TQ", Checked.Answer.OK, reading, Optional.empty());
    }

    private static ReferenceFact anaUntil(String day) {
        return Blower.person("ana", "BG-KA-2224-J", LocalDate.parse(day), Role.TECHNICIAN);
    }

    @Test
    void a_hold_blocks_until_a_supervisor_lifts_it() {
        var story = tested(received(story()), "122").does(new Intent.Hold("look at it"));
        assertEquals(List.of("G16"), story.blockers("lee"));
        HoldId hold = story.unit().holds().getFirst().id();
        assertEquals(
                List.of(new Refusal.RoleNeeded(Role.SUPERVISOR, "kim")),
                story.refusals(new Intent.Unhold(hold, "fine"), Optional.of("kim")));
        story.signed("lee", new Intent.Unhold(hold, "looked at, fine"));
        assertEquals(List.of(), story.blockers("lee"));
    }

    @Test
    void a_position_left_empty_blocks_until_leave_is_given() {
        var story =
                received(story())
                        .does(
                                new Intent.Remove(
                                        Blower.P1,
                                        Optional.of(filter("F-1")),
                                        false,
                                        Optional.empty(),
                                        Blower.scanned()));
        tested(story, "122");
        assertEquals(List.of("G04"), story.blockers("lee"));
        story.signed("lee", new Intent.LeaveOpen(Blower.P1, "none in stock"));
        assertTrue(!story.blockers("lee").contains("G04"), story.blockers("lee").toString());
    }

    @Test
    void only_somebody_authorised_releases() {
        var story = tested(received(story()), "122");
        assertEquals(List.of("G15"), story.blockers("ana"));
    }

    @Test
    void what_changes_the_unit_after_its_release_revokes_it_and_a_note_does_not() {
        var story =
                tested(received(story()), "122")
                        .signed("lee", new Intent.Release())
                        .does(new Intent.Note("polished"));
        assertEquals(Status.RELEASED, Status.of(story.unit()));
        story.does(new Intent.Hold("a doubt"));
        assertTrue(
                story.unit().order().orElseThrow().release().orElseThrow().revoked().isPresent());
    }

    @Test
    void a_rejection_takes_the_signature_back() {
        var story = tested(received(dual()), "122").signed("kim", new Intent.Inspect());
        story.signed("kim", new Intent.Reject(BackTo.REPAIR, "solder joint is dull"));
        assertEquals(List.of("G14"), story.blockers("lee"));
    }
}
