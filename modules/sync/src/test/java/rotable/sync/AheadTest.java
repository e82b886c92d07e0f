// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.fact.Fact;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact.PersonPublished;
import rotable.fact.ReleaseFact.HoldLifted;
import rotable.fact.ReleaseFact.HoldPlaced;
import rotable.identity.HoldId;
import rotable.people.Person;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// What a bench hears of before it arrives in its order, and what goes its own way.
class AheadTest extends AtADepot {
    private static final HoldId HOLD = new HoldId("HD-KA-2222-M");

    private static PersonPublished raj(boolean active) {
        var person =
                new Person(
                        RAJ, "Raj", "BG-KA-2225-G", List.of(), List.of(), Optional.empty(), active);
        return new PersonPublished(
                new Publication(1, LocalDate.parse("2026-01-01"), "test"), person);
    }

    /// Presents itself, and goes before it has taken anything in.
    private void greet(DerbyRecord record) throws CentralProblem, RecordProblem {
        var bench = record.head().bench();
        try (var line = PostgresCentral.open(depot.as(bench))) {
            new Exchange(record.replica(), Exchange.Work::run, "test", 200).greet(line);
        }
    }

    @Test
    void a_hold_counts_before_it_has_arrived() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        var much = new ArrayList<Fact>();
        for (int i = 0; i < 50; i++) much.add(note(UNIT, "n" + i));
        much.add(new HoldPlaced(UNIT, HOLD, "quarantine"));
        Depot.append(one, much.toArray(Fact[]::new));
        depot.exchange(one);

        greet(two);
        assertEquals(List.of(), two.unit(UNIT).holds());
        assertEquals(HOLD, two.holdsAhead(UNIT).getFirst().id());
        two.close();
        open.remove(two);
        var again = depot.open("B2");
        open.add(again);
        assertEquals(1, again.holdsAhead(UNIT).size(), "it counts after a restart too");

        depot.exchange(again);
        assertEquals(List.of(), again.holdsAhead(UNIT));
        assertEquals(HOLD, again.unit(UNIT).holds().getFirst().id());
    }

    @Test
    void a_hold_that_was_lifted_since_does_not_count() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        Depot.append(one, new HoldPlaced(UNIT, HOLD, "quarantine"));
        Depot.append(one, new HoldLifted(UNIT, HOLD, "fine", List.of()));
        depot.exchange(one);
        greet(two);
        assertEquals(List.of(), two.holdsAhead(UNIT));
    }

    @Test
    void who_was_sent_away_is_so_before_it_has_arrived() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        Depot.append(one, raj(true));
        depot.exchange(one);
        depot.exchange(two);
        Depot.append(one, raj(false));
        depot.exchange(one);
        assertTrue(two.reference().person(RAJ).orElseThrow().active());
        greet(two);
        assertFalse(two.reference().person(RAJ).orElseThrow().active());
    }

    @Test
    void a_pin_holds_at_every_bench_and_the_newest_alone() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        set(one, "2580");
        depot.exchange(one);
        depot.exchange(two);
        assertTrue(verifies(two, "2580"));
        set(two, "1111");
        depot.exchange(two);
        assertTrue(verifies(one, "2580"), "one has not heard of it");
        depot.exchange(one);
        assertTrue(verifies(one, "1111"));
        assertFalse(verifies(one, "2580"));
        assertEquals(Optional.empty(), one.replica().pins());
    }

    /// Nobody knew of the other: what was placed last holds at both.
    @Test
    void of_two_pins_set_at_once_one_holds() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        set(one, "2580");
        set(two, "1111");
        for (var bench : List.of(one, two, one, two)) depot.exchange(bench);
        assertTrue(verifies(one, "1111"));
        assertTrue(verifies(two, "1111"));
        assertFalse(verifies(two, "2580"));
    }
}
