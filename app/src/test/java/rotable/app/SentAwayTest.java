// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact.PersonPublished;
import rotable.identity.PersonId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.people.Person;
import rotable.people.Qualification.Process;
import rotable.people.Role;
import rotable.record.RecordProblem;
import rotable.unit.Case;
import tools.jackson.databind.JsonNode;

/// Somebody loses rights while in the middle of something at another bench.
// Each right and each moment, and so longer than most.
class SentAwayTest extends TwoBenches {
    private static final String SENSOR = "SN12-00017";
    private static final String RAJ = "BG-KA-2225-G";

    private static UnitId sensor() {
        return UnitId.parse("ACME/SEN-12/" + SENSOR);
    }

    private static Person away(Person p) {
        return new Person(
                p.id(),
                p.name(),
                p.badge(),
                p.roles(),
                p.qualifications(),
                p.authorisation(),
                false);
    }

    private static Person without(Person p, Role role) {
        return new Person(
                p.id(),
                p.name(),
                p.badge(),
                p.roles().stream().filter(r -> r != role).toList(),
                p.qualifications(),
                p.authorisation(),
                true);
    }

    private static Person unqualified(Person p) {
        return new Person(
                p.id(),
                p.name(),
                p.badge(),
                p.roles(),
                p.qualifications().stream().filter(q -> q.process() != Process.INSPECT).toList(),
                p.authorisation(),
                true);
    }

    private static Person untested(Person p) {
        return new Person(
                p.id(),
                p.name(),
                p.badge(),
                p.roles(),
                p.qualifications().stream().filter(q -> q.process() != Process.TEST).toList(),
                p.authorisation(),
                p.active());
    }

    private static void publish(Terminal bench, String id, UnaryOperator<Person> change)
            throws RecordProblem {
        var now = change.apply(bench.record.reference().person(new PersonId(id)).orElseThrow());
        var publication = new Publication(2, LocalDate.parse("2026-11-20"), "changed");
        var at = new Moment(TrainingRecord.MORNING, "test", 0, Optional.empty(), Optional.empty());
        bench.record.append(
                new Draft(
                        UUID.randomUUID(),
                        Draft.SYSTEM,
                        Optional.empty(),
                        at,
                        List.of(new PersonPublished(publication, now))));
    }

    private static String told(List<JsonNode> answers) {
        return answers.stream().map(JsonNode::toString).toList().toString();
    }

    private void received(Terminal bench) throws Exception {
        bench.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:DRIFT");
    }

    private void tested(Terminal bench) throws Exception {
        bench.type("RT:TEST", "DMM-07", "!value 5.01");
    }

    @Test
    void whoever_is_sent_away_is_signed_out_and_records_nothing_more() throws Exception {
        two.type(RAJ, SENSOR, "RT:RECEIVE");
        publish(one, "raj", SentAwayTest::away);
        step(one);
        var answers = told(two.type("!sync"));
        assertTrue(answers.contains("Raj no longer works here and is signed out."), answers);
        assertFalse(answers.contains("still-asked"), answers);
        assertEquals("REFUSED", outcome(two.last("RT:ALLOK")));
        assertEquals("REFUSED", outcome(two.last("!pin 1470")));
        var again = two.last(RAJ);
        assertEquals("Raj no longer works here.", text(again), again.toString());
        assertEquals("DONE", outcome(two.last(Terminal.ANA)));
        step(two, one);
        oneStory();
    }

    @Test
    void whoever_is_no_releaser_any_more_releases_nothing_though_the_PIN_is_asked()
            throws Exception {
        received(two);
        tested(two);
        two.type("RT:RELEASE", Terminal.LEE);
        publish(one, "lee", p -> without(p, Role.RELEASER));
        step(one);
        var answers = told(two.type("!sync"));
        assertTrue(answers.contains("role-needed"), answers);
        assertEquals("REFUSED", outcome(two.last("!pin 7531")));
        assertTrue(two.record.unit(sensor()).order().orElseThrow().release().isEmpty());
        assertEquals("REFUSED", outcome(two.last(Terminal.LEE)));
    }

    @Test
    void whoever_is_sent_away_while_the_PIN_is_asked_signs_nothing() throws Exception {
        received(two);
        tested(two);
        two.type("RT:RELEASE", Terminal.LEE);
        publish(one, "lee", SentAwayTest::away);
        step(one);
        var answers = told(two.type("!sync"));
        assertTrue(answers.contains("Lee no longer works here."), answers);
        assertEquals("REFUSED", outcome(two.last("!pin 7531")));
        assertTrue(two.record.unit(sensor()).order().orElseThrow().release().isEmpty());
    }

    private void rajTests() throws Exception {
        two.type(RAJ, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 1470", "RT:F:DRIFT");
        tested(two);
    }

    private void looked() throws Exception {
        step(one, two);
        var settled = two.type(Terminal.LEE, SENSOR, "RT:SETTLE", "RT:1", SAME, "!pin 7531");
        assertEquals("DONE", outcome(settled.getLast()), told(settled));
    }

    @Test
    void a_qualification_that_was_lost_meanwhile_is_a_case_and_then_counts() throws Exception {
        rajTests();
        publish(one, "raj", SentAwayTest::untested);
        looked();
        assertEquals(List.of(), facts(two.last("RT:WHY"), "G13"));
    }

    @Test
    void what_the_author_knew_to_be_gone_does_not_count_for_being_looked_at() throws Exception {
        publish(one, "raj", SentAwayTest::untested);
        step(one, two);
        publish(one, "raj", SentAwayTest::away);
        rajTests();
        looked();
        assertFalse(facts(two.last("RT:WHY"), "G13").isEmpty());
    }

    @Test
    void what_is_lost_later_changes_nothing() throws Exception {
        rajTests();
        step(two, one);
        publish(one, "raj", SentAwayTest::untested);
        step(one, two);
        assertEquals(List.of(), facts(two.last("RT:WHY"), "G13"));
        assertEquals(List.of(), two.record.disputed());
    }

    private void rajTestsAndLeeReleases() throws Exception {
        rajTests();
        two.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
        assertTrue(two.record.unit(sensor()).order().orElseThrow().release().isPresent());
    }

    private void bothAreNamed() throws Exception {
        for (var bench : List.of(one, two)) {
            var said = bench.record.unit(sensor()).openCases().stream().map(Case::text).toList();
            assertEquals(
                    List.of("Raj does not work here any more", "Lee is no longer RELEASER"), said);
        }
        oneStory();
    }

    @Test
    void of_two_who_lost_rights_neither_hides_the_other() throws Exception {
        rajTestsAndLeeReleases();
        publish(one, "raj", SentAwayTest::away);
        publish(one, "lee", p -> without(p, Role.RELEASER));
        step(one, two, one);
        bothAreNamed();
    }

    @Test
    void of_two_who_lost_rights_later_neither_hides_the_other() throws Exception {
        rajTestsAndLeeReleases();
        step(two);
        publish(one, "raj", SentAwayTest::away);
        publish(one, "lee", p -> without(p, Role.RELEASER));
        step(one, two);
        bothAreNamed();
    }

    @Test
    void a_released_unit_does_not_leave_before_somebody_looked() throws Exception {
        received(two);
        tested(two);
        two.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
        two.type(two.label(two.record.unit(sensor()).order().orElseThrow()));
        publish(one, "lee", p -> without(p, Role.RELEASER));
        step(one, two, one);
        var why = two.last("RT:WHY");
        assertEquals("ATTENTION", outcome(why));
        assertTrue(why.toString().contains("Lee is no longer RELEASER"), why.toString());
        var kept = two.last("RT:SHIP");
        assertEquals("REFUSED", outcome(kept));
        assertTrue(kept.toString().contains("case-open"), kept.toString());
        one.type(Terminal.LEE, SENSOR, "RT:SETTLE", "RT:1", SAME, "!pin 7531");
        step(one, two);
        var shipped = two.last("RT:SHIP");
        assertEquals("DONE", outcome(shipped), shipped.toString());
    }

    @Test
    void an_inspection_that_a_supervisor_let_count_counts() throws Exception {
        two.received();
        two.tested("2026-11-20T13:15:00Z");
        var asked = two.type("RT:SIGN", Terminal.KIM);
        var inspected = two.last("!pin 3690");
        assertEquals("DONE", outcome(inspected), asked.toString());
        publish(one, "kim", SentAwayTest::unqualified);
        step(one, two);
        assertFalse(facts(two.last("RT:WHY"), "G01").isEmpty());
        two.type(Terminal.LEE, "RT:SETTLE", "RT:1", SAME, "!pin 7531");
        var why = two.last("RT:WHY");
        assertEquals(List.of(), facts(why, "G14"), why.toString());
        assertEquals(List.of(), facts(why, "G01"), why.toString());
        step(two, one);
        oneStory();
    }
}
