// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.exchange.Watermark;
import rotable.fact.Evidence;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.RepairFact;
import rotable.fact.RepairFact.Removed.Match;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PartId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.testkit.ByHand;

/// Benches with records of their own and a real centre: what one records, all have.
class ExchangeTest extends AtADepot {
    private static final UnitId OTHER = new UnitId(new PartId("ACME", "PSU"), "K7Q0043");
    private static final OrderId ORDER_1 = new OrderId("RO-KA-223M-B");
    private static final OrderId ORDER_2 = new OrderId("RO-KB-223N-9");

    private static Fact received(UnitId unit, OrderId order) {
        return new IntakeFact.Received(unit, order, "CS", 1, Evidence.inferred());
    }

    private static Fact removed(UnitId unit, OrderId order) {
        return new RepairFact.Removed(
                unit,
                order,
                new PositionId("A1"),
                Optional.of(new Child.Serialised(new UnitId(new PartId("ACME", "FAN"), "F1"))),
                Match.ESTABLISHED,
                Optional.empty(),
                Optional.empty(),
                Evidence.inferred());
    }

    private void same(DerbyRecord a, DerbyRecord b) throws RecordProblem {
        assertEquals(a.replica().watermark(), b.replica().watermark());
        assertEquals(a.centralHash(), b.centralHash());
        for (var record : List.of(a, b)) {
            assertEquals(Optional.empty(), record.verifyChains().damage());
            var before = record.stateHash();
            record.rebuild();
            assertEquals(before, record.stateHash(), record.head().bench());
        }
    }

    @Test
    void what_one_bench_records_the_other_has() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        Depot.append(one, received(UNIT, ORDER_1), note(UNIT, "dead"));
        Depot.append(two, note(OTHER, "scratched"));
        assertEquals(new Exchange.Exchanged(4, 4), depot.exchange(one));
        assertEquals(0, one.waiting());
        assertEquals(new Exchange.Exchanged(3, 7), depot.exchange(two));
        assertEquals(new Exchange.Exchanged(0, 3), depot.exchange(one));
        assertEquals(new Exchange.Exchanged(0, 0), depot.exchange(one));
        assertEquals(ORDER_1, two.unit(UNIT).openOrder().orElseThrow().id());
        assertEquals(1, one.unit(OTHER).history().size());
        same(one, two);
    }

    @Test
    void the_one_whose_receipt_was_placed_first_keeps_it_and_both_stay_in_the_record()
            throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        Depot.append(one, received(UNIT, ORDER_1));
        Depot.append(two, received(UNIT, ORDER_2));
        assertEquals(ORDER_2, two.unit(UNIT).openOrder().orElseThrow().id());
        depot.exchange(one);
        depot.exchange(two);
        depot.exchange(one);
        for (var record : List.of(one, two)) {
            var unit = record.unit(UNIT);
            assertEquals(ORDER_1, unit.openOrder().orElseThrow().id());
            assertEquals(2, unit.history().size());
            assertEquals(
                    "order RO-KA-223M-B is open",
                    unit.history().getLast().without().orElseThrow().why());
        }
        same(one, two);
    }

    @Test
    void what_is_not_placed_yet_is_decided_anew_over_what_was() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        Depot.append(one, received(UNIT, ORDER_1));
        Depot.append(one, removed(UNIT, ORDER_1));
        depot.exchange(one);
        Depot.append(two, received(UNIT, ORDER_2));
        Depot.append(two, note(UNIT, "mine"));
        // It takes in what was placed, and what it has itself comes after that.
        var replica = two.replica();
        try (var central = PostgresCentral.open(depot.as("B2"))) {
            replica.apply(replica.read(Watermark.NONE, central.pull(0, 1_000)));
        }
        var unit = two.unit(UNIT);
        assertEquals(ORDER_1, unit.openOrder().orElseThrow().id());
        assertEquals(ORDER_1, unit.central().openOrder().orElseThrow().id());
        assertEquals(4, unit.history().size());
        assertEquals(2, unit.central().history().size());
        assertEquals(
                List.of(false, false, true, false),
                unit.history().stream().map(r -> r.without().isPresent()).toList());
        var before = two.stateHash();
        two.rebuild();
        assertEquals(before, two.stateHash());
        assertEquals(3, two.waiting());
    }

    @Test
    void what_the_author_had_seen_stands_in_the_entry() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        Depot.append(one, note(UNIT, "a"));
        depot.exchange(one);
        assertEquals(0, Depot.append(two, note(UNIT, "b")).getFirst().envelope().seen());
        depot.exchange(two);
        var after = Depot.append(two, note(UNIT, "c")).getFirst();
        assertEquals(6, after.envelope().seen());
        depot.exchange(two);
        depot.exchange(one);
        var stamps = one.unit(UNIT).history().stream().map(r -> r.stamp()).toList();
        assertFalse(stamps.get(0).precedes(stamps.get(1)));
        assertTrue(stamps.get(0).precedes(stamps.get(2)));
    }

    @Test
    void many_entries_go_in_whole_commands_and_come_back_after_a_restart() throws Exception {
        var one = bench("B1");
        var many = new Fact[1_200];
        for (int i = 0; i < many.length; i++) many[i] = note(UNIT, "n" + i);
        Depot.append(one, many);
        for (int i = 0; i < 300; i++) Depot.append(one, note(OTHER, "m" + i), note(OTHER, "k" + i));
        assertEquals(1_802, depot.exchange(one).sent());
        var two = bench("B2");
        assertEquals(1_804, depot.exchange(two).received());
        depot.exchange(one);
        same(one, two);
        var hash = two.centralHash();
        open.remove(two);
        two.close();
        var again = depot.open("B2");
        open.add(again);
        assertEquals(hash, again.centralHash());
        assertEquals(0, again.waiting());
        assertEquals(new Exchange.Exchanged(0, 0), depot.exchange(again));
    }

    /// What is wrong in one bench's chain keeps no unit from being released that it never touched.
    @Test
    void damage_concerns_the_units_whose_chain_it_is_in() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        Depot.append(one, note(UNIT, "dead"));
        Depot.append(two, note(OTHER, "scratched"));
        depot.exchange(one);
        depot.exchange(two);
        depot.exchange(one);
        one.close();
        assertEquals(1, ByHand.change(folder.resolve("B1"), "scratched", "spotless"));
        try (var again = depot.open("B1")) {
            var damage = again.verifyChains().damage();
            assertTrue(damage.orElseThrow().entry().startsWith("B2/"), damage.toString());
            assertEquals(damage, again.integrity(OTHER).damage());
            assertEquals(Optional.empty(), again.integrity(UNIT).damage());
        }
    }

    @Test
    void a_bench_that_is_not_admitted_or_was_sent_away_is_refused() throws Exception {
        var stranger = depot.open("B9");
        open.add(stranger);
        assertEquals(
                CentralProblem.Kind.REFUSED,
                assertThrows(CentralProblem.class, () -> depot.exchange(stranger)).kind());
        var one = bench("B1");
        depot.exchange(one);
        try (var keeper = CentralKeeper.open(depot.admin)) {
            assertTrue(keeper.admissions().revoke("depot", "B1", "kim"));
            assertFalse(keeper.admissions().revoke("depot", "B7", "kim"));
        }
        var refused = assertThrows(CentralProblem.class, () -> depot.exchange(one));
        assertEquals(CentralProblem.Kind.REFUSED, refused.kind(), refused.getMessage());
        assertFalse(refused.passing());
    }
}
