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
import tools.jackson.databind.JsonNode;

/// What another bench did while somebody was in the middle of something here.
class MeanwhileTest extends TwoBenches {
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
        publish(one, "raj", MeanwhileTest::away);
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
        publish(one, "lee", MeanwhileTest::away);
        step(one);
        var answers = told(two.type("!sync"));
        assertTrue(answers.contains("Lee no longer works here."), answers);
        assertEquals("REFUSED", outcome(two.last("!pin 7531")));
        assertTrue(two.record.unit(sensor()).order().orElseThrow().release().isEmpty());
    }

    @Test
    void an_inspection_that_a_supervisor_let_count_counts() throws Exception {
        two.received();
        two.tested("2026-11-20T13:15:00Z");
        var asked = two.type("RT:SIGN", Terminal.KIM);
        var inspected = two.last("!pin 3690");
        assertEquals("DONE", outcome(inspected), asked.toString());
        publish(one, "kim", MeanwhileTest::unqualified);
        step(one, two);
        assertFalse(facts(two.last("RT:WHY"), "G14").isEmpty());
        two.type(Terminal.LEE, "RT:SETTLE", "RT:1", SAME, "!pin 7531");
        var why = two.last("RT:WHY");
        assertEquals(List.of(), facts(why, "G14"), why.toString());
        assertEquals(List.of(), facts(why, "G01"), why.toString());
        step(two, one);
        oneStory();
    }

    private void away(Terminal bench) throws Exception {
        bench.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
        var order = bench.record.unit(sensor()).order().orElseThrow();
        var shipped = bench.last(bench.label(order), "RT:SHIP");
        assertEquals("DONE", outcome(shipped), shipped.toString());
    }

    @Test
    void work_on_a_unit_that_had_left_is_a_case_at_both_benches() throws Exception {
        received(one);
        step(one, two);
        two.type(RAJ, SENSOR);
        step(two, one);
        one.type(SENSOR);
        tested(one);
        away(one);
        two.type("RT:TEST", "DMM-07", "!value 5.02");
        step(one);
        var late = "B1 shipped it, B2 went on with it";
        var there = told(two.type("!sync"));
        assertTrue(there.contains(late), there);
        var here = told(one.type("!sync"));
        assertTrue(here.contains(late), here);
        assertTrue(here.contains("has left, and its release"), here);
        var why = one.last("RT:WHY");
        assertEquals("SN12-00017 has left, and no release of it holds.", text(why));
        one.type(Terminal.LEE);
        var listed = choices(one.last("RT:CASES"));
        assertEquals(1, listed.size(), listed.toString());
        one.type("RT:1", "RT:SETTLE");
        var settled = one.last("RT:1", SAME, "!pin 7531");
        assertEquals("DONE", outcome(settled), settled.toString());
        step(one, two);
        oneStory();
        assertEquals(List.of(), two.record.disputed());
    }

    @Test
    void work_on_a_unit_that_was_scrapped_is_a_case() throws Exception {
        received(one);
        step(one, two);
        two.type(RAJ, SENSOR);
        step(two, one);
        one.type("RT:SCRAP", "RT:R:COSTS", Terminal.LEE, "!pin 7531");
        assertTrue(one.record.unit(sensor()).scrapped());
        two.type("RT:TEST", "DMM-07", "!value 5.02");
        step(one);
        var there = told(two.type("!sync"));
        assertTrue(there.contains("B1 ended its order, B2 went on with it"), there);
        step(one);
        oneStory();
    }

    @Test
    void a_value_is_asked_for_where_the_test_was_begun() throws Exception {
        received(one);
        step(one, two);
        two.type(RAJ, SENSOR, "RT:TEST", "DMM-07");
        one.type("RT:TAKE");
        step(two, one);
        assertEquals("REFUSED", outcome(one.last("!value 5.01")), "nobody measured it here");
        var begun = one.last("DMM-07");
        assertTrue(text(begun).contains("OUTPUT"), begun.toString());
        assertTrue(text(one.last("!value 5.01")).contains("PASS"));
        assertTrue(text(two.last("!value 9.99")).contains("9.99"));
        step(one, two, one);
        assertEquals(2, one.record.unit(sensor()).order().orElseThrow().runs("OUTPUT").size());
        assertFalse(facts(one.last("RT:WHY"), "G09").isEmpty());
        oneStory();
    }

    @Test
    void whoever_has_a_unit_in_hand_hears_who_took_it_and_who_closed_it() throws Exception {
        received(two);
        step(two, one);
        one.type(Terminal.ANA, SENSOR, Terminal.UNIT, SENSOR);
        step(one);
        assertEquals(1, two.type("!sync").size(), "it was only looked at");
        assertEquals("ALREADY", outcome(two.last(SENSOR)));
        one.type("RT:TAKE");
        step(one);
        var taken = told(two.type("!sync"));
        assertTrue(taken.contains("SN12-00017 was taken in hand at B1."), taken);
        assertEquals("DONE", outcome(two.last(SENSOR)));
        assertEquals("ALREADY", outcome(two.last(SENSOR)));
        step(two, one);
        one.type(SENSOR);
        tested(one);
        away(one);
        step(one);
        var closed = told(two.type("!sync"));
        assertTrue(closed.contains("SN12-00017 was shipped at B1."), closed);
        assertEquals(1, two.type("!sync").size(), "it is told once");
        oneStory();
    }
}
