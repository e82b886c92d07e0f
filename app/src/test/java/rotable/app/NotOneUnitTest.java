// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.codes;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact.PersonPublished;
import rotable.identity.PersonId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.people.Person;
import rotable.record.RecordProblem;

/// What a supervisor makes of it where two benches recorded what is no contradiction after all.
class NotOneUnitTest extends TwoBenches {
    @Test
    void two_units_that_bear_one_identity_are_told_apart_by_a_tag() throws Exception {
        bothWorkOnOne();
        two.type("RT:SETTLE");
        var split = two.last("RT:2", SAME, Terminal.LEE, "!pin 7531");
        assertEquals("DONE", outcome(split), split.toString());
        var second = two.record.unit(Terminal.unit()).seconds().getFirst();
        assertTrue(text(split).contains(second.serial()), text(split));
        step(two);
        var told = one.last("!sync");
        assertEquals("ATTENTION", outcome(told), told.toString());
        assertEquals(List.of("two-units"), codes(told));
        oneStory();

        var which = one.last(Terminal.UNIT);
        // Each with its order and where that is.
        var choices = choices(which);
        assertTrue(choices.get(0).matches("PSU-480-R3 K7Q0042: .*, RO-K.* at B1"), choices.get(0));
        assertTrue(choices.get(1).startsWith("PSU-480-R3 " + second.serial() + ": "));
        assertTrue(choices.get(1).endsWith(" at B2"), choices.get(1));
        var first = one.last("RT:1");
        assertEquals(List.of(), facts(first, "G01"), first.toString());
        assertEquals(1, one.record.unit(Terminal.unit()).orders().size());
        assertEquals(List.of(), one.record.unit(Terminal.unit()).orders().getFirst().runs());

        theSecondGoesOn(second);
    }

    private void theSecondGoesOn(UnitId second) throws Exception {
        var tagged = two.last(second.tag().orElseThrow());
        assertEquals(second.serial(), tagged.get("unit").get("serial").stringValue());
        assertEquals(List.of(), facts(tagged, "G01"), tagged.toString());
        var its = two.record.unit(second).openOrder().orElseThrow();
        assertEquals(Optional.of(second), two.record.unitOf(its.id().value()));
        assertEquals(1, its.runs("HIPOT").size());
        assertEquals(List.of(), its.changes());
        assertTagAgain(second.tag().orElseThrow());
    }

    /// The tag is printed with the decision, and once more when it is asked for.
    private void assertTagAgain(String tag) throws Exception {
        var printed = two.labels.resolve(tag + "-small.pdf");
        assertTrue(Files.deleteIfExists(printed), "it was printed");
        assertEquals("DONE", outcome(two.last("RT:TAG")));
        assertTrue(Files.exists(printed));
        two.type(Terminal.UNIT);
        assertTrue(text(two.last("RT:1", "RT:TAG")).contains("no tag"));
    }

    /// Who placed it did not say on which of the two.
    @Test
    void a_hold_that_was_placed_on_the_address_holds_both() throws Exception {
        bothWorkOnOne();
        two.type("RT:HOLD", "RT:R:FOUND-SO");
        two.type("RT:SETTLE", "RT:2", SAME, Terminal.LEE, "!pin 7531");
        step(two, one);
        oneStory();
        var first = two.record.unit(Terminal.unit());
        var second = two.record.unit(first.seconds().getFirst());
        assertEquals(1, first.holds().size());
        assertEquals(first.holds(), second.holds());
    }

    @Test
    void what_somebody_did_who_was_sent_away_meanwhile_is_looked_at() throws Exception {
        two.type("BG-KA-2225-G", Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK", "!pin 1470");
        two.type("RT:F:NO-OUTPUT");
        var away = one.record.reference().person(new PersonId("raj")).orElseThrow();
        publish(one, away);
        step(one);
        var told = two.last("!sync");
        assertEquals("ATTENTION", outcome(told), told.toString());
        assertEquals("Raj no longer works here and is signed out.", text(told));
        var looked =
                "K7Q0042: work of somebody whose rights were taken away meanwhile, Raj does not work here any more.";
        assertTrue(told.toString().contains(looked), told.toString());
        step(one);
        oneStory();
        assertEquals(1, two.record.unit(Terminal.unit()).orders().size());
        assertEquals(1, facts(two.last(Terminal.ANA, "RT:WHY"), "G01").size());
        two.type("RT:SETTLE");
        var settled = two.last("RT:1", SAME, Terminal.LEE, "!pin 7531");
        assertEquals(List.of(), facts(settled, "G01"), settled.toString());
        step(two, one);
        oneStory();
    }

    /// The unit's case is settled with its components', and not only when each of those is found.
    @Test
    void who_looked_at_a_swap_looked_at_its_components() throws Exception {
        two.type("BG-KA-2225-G", Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK", "!pin 1470");
        two.type("CB-19-00331", "CB-22-10877");
        publish(one, one.record.reference().person(new PersonId("raj")).orElseThrow());
        step(one, two, one);
        assertEquals(3, two.record.disputed().size());
        assertFalse(facts(two.last(Terminal.ANA, Terminal.UNIT, "RT:WHY"), "G01").isEmpty());
        two.type("RT:SETTLE");
        var settled = two.last("RT:1", SAME, Terminal.LEE, "!pin 7531");
        assertEquals(List.of(), facts(settled, "G01"), settled.toString());
        assertEquals(List.of(), two.record.disputed());
        step(two, one);
        oneStory();
        assertEquals(List.of(), one.record.disputed());
    }

    private static void publish(Terminal bench, Person person) throws RecordProblem {
        var now =
                new Person(
                        person.id(),
                        person.name(),
                        person.badge(),
                        person.roles(),
                        person.qualifications(),
                        person.authorisation(),
                        false);
        var publication = new Publication(2, LocalDate.parse("2026-11-20"), "left");
        bench.record.append(
                new Draft(
                        UUID.randomUUID(),
                        Draft.SYSTEM,
                        Optional.empty(),
                        new Moment(
                                TrainingRecord.MORNING,
                                "test",
                                0,
                                Optional.empty(),
                                Optional.empty()),
                        List.of(new PersonPublished(publication, now))));
    }
}
