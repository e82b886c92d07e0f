// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.journal.Head;

/// Two computers that say they are one bench: a copy of its disk, or the one that takes its place.
class OtherComputerTest extends AtADepot {

    @Test
    void a_copy_of_a_bench_is_found_out() throws Exception {
        var one = bench("B1");
        depot.exchange(one);
        depot.exchange(one);
        var copy = folder.resolve("copy");
        one.close();
        open.remove(one);
        copy(folder.resolve("B1"), copy.resolve("B1"));
        var original = depot.open("B1");
        open.add(original);
        Depot.append(original, note(UNIT, "original"));
        depot.exchange(original);
        depot.exchange(original);
        var other = Depot.open(copy, "B1");
        open.add(other);
        Depot.append(other, note(UNIT, "copy"));
        var found = assertThrows(CentralProblem.class, () -> depot.exchange(other));
        assertEquals(CentralProblem.Kind.FORKED, found.kind());
    }

    /// The bench's computer is dead: what it sent is at the centre, its disk lies in a drawer.
    private Head died() throws Exception {
        var one = bench("B1");
        Depot.append(one, note(UNIT, "before"));
        depot.exchange(one);
        var head = one.head();
        one.close();
        open.remove(one);
        return head;
    }

    @Test
    void a_new_computer_takes_a_dead_benchs_place_and_gives_no_number_twice() throws Exception {
        var before = died();
        var instead = depot.admitted(folder.resolve("new"), "B1");
        open.add(instead);
        assertEquals(1, instead.head().ordinal());
        depot.exchange(instead);
        assertEquals(before.ordinal() + 1, instead.head().ordinal());
        Depot.append(instead, note(UNIT, "goes on"));
        var head = instead.head();
        instead.close();
        open.remove(instead);
        var again = Depot.open(folder.resolve("new"), "B1");
        open.add(again);
        assertEquals(head, again.head());
        depot.exchange(again);
        var two = bench("B2");
        depot.exchange(two);
        assertEquals(2, two.unit(UNIT).history().size());
        var stamps = two.unit(UNIT).history().stream().map(r -> r.stamp()).toList();
        assertTrue(stamps.get(0).precedes(stamps.get(1)));
    }

    @Test
    void the_old_disk_that_turns_up_again_is_not_this_bench_any_more() throws Exception {
        died();
        var instead = depot.admitted(folder.resolve("new"), "B1");
        open.add(instead);
        depot.exchange(instead);
        var old = depot.open("B1");
        open.add(old);
        var found = assertThrows(CentralProblem.class, () -> depot.exchange(old));
        assertEquals(CentralProblem.Kind.FORKED, found.kind());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = java.nio.file.Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                java.nio.file.Files.createDirectories(target.getParent());
                if (java.nio.file.Files.isRegularFile(file)) java.nio.file.Files.copy(file, target);
                else java.nio.file.Files.createDirectories(target);
            }
        }
    }
}
