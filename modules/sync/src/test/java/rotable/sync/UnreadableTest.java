// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.exchange.Parcel;
import rotable.fact.IntakeFact;
import rotable.journal.Draft;
import rotable.journal.EntryCodec;
import rotable.journal.Head;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.journal.Sealer;
import rotable.journal.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One bench writes every part of an entry's envelope as no version of ours would. Either the
/// centre does not place it, or every other bench takes it in: nothing that one writes stops the
/// others.
class UnreadableTest extends AtADepot {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What stands in place of what belongs there.
    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "7",
                    "0",
                    "-1",
                    "5e0",
                    "1e300",
                    "1.5",
                    "99999999999999999999",
                    "2147483648",
                    "\"\"",
                    "\"5\"",
                    "\"x\"",
                    "\"\\u0007\"",
                    "\"ﬁ—🙂\"",
                    "\"" + "Ж".repeat(30) + "\"",
                    "\"" + "🙂".repeat(20) + "\"",
                    "\"" + "y".repeat(31) + "\"",
                    "\"" + "y".repeat(61) + "\"",
                    "\"" + "y".repeat(301) + "\"",
                    "\"" + "y".repeat(5000) + "\"",
                    "\"{01900000-0000-7000-8000-000000000000}\"",
                    "\"01900000-0000-7000-8000-00000000000G\"",
                    "\"2026-02-30T08:00:00.000000Z\"",
                    "\"2026-99-20T08:00:00.000000Z\"",
                    "\"2026-11-20T24:00:00.000000Z\"",
                    "\"0000-11-20T08:00:00.000000Z\"",
                    "[]",
                    "[5]",
                    "[{\"kind\":\"weird\",\"id\":\"x\"}]",
                    "[{\"kind\":\"unit\",\"id\":\"\"}]",
                    "[{\"kind\":\"unit\",\"id\":\"" + "y".repeat(301) + "\"}]",
                    "[{\"kind\":\"unit\",\"id\":\"" + "🙂".repeat(200) + "\"}]",
                    "[{\"kind\":\"unit\",\"id\":\"x\",\"more\":1}]",
                    "{}",
                    "{\"person\":\"\",\"meaning\":\"m\",\"digest\":\"d\"}",
                    "{\"person\":\"raj\",\"meaning\":5,\"digest\":\"d\"}",
                    "{\"person\":\"raj\",\"meaning\":\"m\",\"digest\":\"d\"}",
                    "{\"person\":\"" + "🙂".repeat(20) + "\",\"meaning\":\"m\",\"digest\":\"d\"}",
                    "{\"person\":\"" + "y".repeat(31) + "\",\"meaning\":\"m\",\"digest\":\"d\"}");

    /// It is found faulty, or kept beside the record under a number that was given.
    private static final Set<CentralProblem.Kind> NOT_PLACED =
            Set.of(CentralProblem.Kind.FAULTY, CentralProblem.Kind.FORKED);

    private String epoch = "";
    private long seq;
    private String prev = Sha256.NONE;
    private int placed;

    @Test
    void nothing_that_one_bench_writes_stops_the_others() throws Exception {
        var hostile = bench("B1");
        depot.exchange(hostile);
        var other = bench("B2");
        depot.exchange(other);
        epoch = UUID.randomUUID().toString();
        var names = new ArrayList<String>();
        plain().propertyNames().forEach(names::add);
        names.addAll(List.of("clockOffset", "clockError", "signature", "more"));
        try (var central = PostgresCentral.open(depot.as("B1"))) {
            for (var name : names)
                for (var odd : ODD) {
                    // by itself, and behind one with which it has the rest in common
                    send(central, List.of(line -> line.set(name, JSON.readTree(odd))));
                    send(central, List.of(line -> {}, line -> line.set(name, JSON.readTree(odd))));
                }
            send(central, List.of(line -> {}));
        }
        assertTrue(placed > ODD.size(), placed + " placed");
        assertEquals(placed, depot.exchange(other).received());
        assertEquals("the last", last(other.unit(UNIT).history().getLast().fact()));
    }

    private static String last(rotable.fact.Fact fact) {
        return fact instanceof IntakeFact.Noted n ? n.text() : fact.toString();
    }

    /// An entry as it should be, the next of the epoch.
    private ObjectNode plain() {
        return after(seq, prev);
    }

    private ObjectNode after(long seq, String prev) {
        var at = new Moment(Depot.CLOCK.instant(), "b", 0, Optional.empty(), Optional.empty());
        var note = new IntakeFact.Noted(UNIT, Optional.empty(), "the last");
        var draft = new Draft(UUID.randomUUID(), "ana", Optional.empty(), at, List.of(note));
        var sealer = new Sealer(Realm.RECORD, "depot", "t", () -> UUID.randomUUID().toString());
        var entry = sealer.seal(new Head("B1", epoch, 1, seq, prev), 0, draft).getFirst();
        return (ObjectNode) JSON.readTree(entry.line());
    }

    /// Lines that follow each other, each changed as it is said.
    private void send(PostgresCentral central, List<Consumer<ObjectNode>> changes) {
        var lines = new ArrayList<String>();
        var last = prev;
        for (var change : changes) {
            var node = after(seq + lines.size(), last);
            change.accept(node);
            lines.add(node.toString());
            last = EntryCodec.hash(Realm.RECORD, node.toString());
        }
        try {
            var head = central.append(new Parcel(epoch, seq + 1, lines));
            assertEquals(seq + lines.size(), head.seq(), () -> lines.toString());
            assertEquals(last, head.hash());
            seq = head.seq();
            prev = last;
            placed += lines.size();
        } catch (CentralProblem e) {
            assertTrue(NOT_PLACED.contains(e.kind()), e + " " + lines);
        }
    }
}
