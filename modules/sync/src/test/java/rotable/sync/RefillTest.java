// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.fact.Fact;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.Head;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.journal.Sealer;
import rotable.journal.Sha256;

/// What a centre takes while it is filled up again: what it would place otherwise, and nothing
/// else.
class RefillTest extends AtADepot {
    private static List<String> sealed(Fact... facts) {
        var at = new Moment(Depot.CLOCK.instant(), "b", 0, Optional.empty(), Optional.empty());
        var draft = new Draft(UUID.randomUUID(), "ana", Optional.empty(), at, List.of(facts));
        return new Sealer(Realm.RECORD, "depot", "t", () -> UUID.randomUUID().toString())
                .seal(new Head("B9", "e", 1, 0, Sha256.NONE), 0, draft).stream()
                        .map(Entry::line)
                        .toList();
    }

    private static Fact[] notes(int many) {
        return Collections.nCopies(many, note(UNIT, "lost")).toArray(Fact[]::new);
    }

    private String refused(List<String> lines) {
        var why =
                assertThrows(
                        CentralProblem.class,
                        () -> {
                            try (var central = PostgresCentral.open(depot.as("B1"))) {
                                central.refill(0, lines);
                            }
                        });
        return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    }

    @Test
    void whole_commands_of_entries_that_are_not_too_long() throws Exception {
        bench("B1");
        try (var keeper = CentralKeeper.open(depot.admin)) {
            keeper.refill("depot");
            var command = sealed(notes(3));
            assertEquals("a command that is not whole", refused(command.subList(0, 2)));
            var huge = command.getLast().replace("lost", "x".repeat(70_000));
            assertEquals(
                    "an entry that does not follow, or is over 64 KiB",
                    refused(List.of(command.get(0), command.get(1), huge)));
            assertEquals(
                    "an entry that does not follow, or is over 64 KiB",
                    refused(command.subList(1, 3)));
            assertEquals(0, keeper.status("depot").orElseThrow().position());
            try (var central = PostgresCentral.open(depot.as("B1"))) {
                assertEquals(3, central.refill(0, command).position());
            }
        }
    }

    @Test
    void a_command_of_more_than_a_thousand_entries_alone() throws Exception {
        bench("B1");
        try (var keeper = CentralKeeper.open(depot.admin);
                var central = PostgresCentral.open(depot.as("B1"))) {
            keeper.refill("depot");
            assertEquals(1_200, central.refill(0, sealed(notes(1_200))).position());
            assertEquals(1_200, central.pull(0, 1_000).size());
        }
    }
}
