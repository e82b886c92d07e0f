// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.store.DerbyRecord;
import rotable.testkit.Folders;

/// Two computers with one disk: the second that greets the centre is found out.
class CopiedDiskTest extends AtADepot {
    /// The disk of a bench in another computer.
    private DerbyRecord copied() throws Exception {
        var at = Files.createDirectories(folder.resolve("copy"));
        Folders.copy(folder.resolve("B1"), at.resolve("B1"));
        var copy = Depot.open(at, "B1");
        open.add(copy);
        return copy;
    }

    private DerbyRecord closedAndCopied(DerbyRecord record) throws Exception {
        record.close();
        open.remove(record);
        return copied();
    }

    private static void refused(Depot depot, DerbyRecord record) {
        var problem = assertThrows(CentralProblem.class, () -> depot.exchange(record));
        assertEquals(CentralProblem.Kind.FORKED, problem.kind());
    }

    private void readmit(String key) throws CentralProblem {
        try (var keeper = CentralKeeper.open(depot.admin)) {
            for (var by : List.of("kim", "lee")) keeper.admissions().enrol("depot", "B1", key, by);
        }
    }

    @Test
    void a_copy_that_greets_first_is_found_out_when_the_bench_does() throws Exception {
        var one = bench("B1");
        Depot.append(one, note(UNIT, "a"));
        depot.exchange(one);
        var copy = closedAndCopied(one);
        Depot.append(copy, note(UNIT, "by the copy"));
        depot.exchange(copy);
        var again = depot.open("B1");
        open.add(again);
        refused(depot, again);
    }

    /// Neither has anything to send: that the first has its answer is known as soon as it reads.
    @Test
    void a_copy_that_never_recorded_anything_is_found_out() throws Exception {
        var one = bench("B1");
        Depot.append(one, note(UNIT, "a"));
        depot.exchange(one);
        depot.exchange(one);
        var copy = closedAndCopied(one);
        depot.exchange(copy);
        var again = depot.open("B1");
        open.add(again);
        refused(depot, again);
        depot.exchange(copy);
    }

    /// Both are as old, and so the centre knows neither by its token.
    @Test
    void of_two_old_disks_that_were_readmitted_one_is_believed() throws Exception {
        var one = bench("B1");
        Depot.append(one, note(UNIT, "a"));
        depot.exchange(one);
        var copy = closedAndCopied(one);
        copy.close();
        open.remove(copy);
        Folders.copy(folder.resolve("copy/B1"), folder.resolve("old"));
        var newer = depot.open("B1");
        for (int i = 0; i < 3; i++) {
            Depot.append(newer, note(UNIT, "later " + i));
            depot.exchange(newer);
        }
        newer.close();
        Files.move(folder.resolve("B1"), folder.resolve("lost"));
        Files.move(folder.resolve("old"), folder.resolve("B1"));
        var again = depot.open("B1");
        open.add(again);
        refused(depot, again);
        readmit(again.publicKey());
        depot.exchange(again);
        var twin = Depot.open(folder.resolve("copy"), "B1");
        open.add(twin);
        refused(depot, twin);
    }
}
