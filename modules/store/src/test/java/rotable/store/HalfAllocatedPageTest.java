// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.request.EventRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.fact.IntakeFact;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.record.RecordProblem;

/// A process killed while the database has begun a new page and not yet noted that it is in use: a
/// debugger holds the writer there, until what it had begun is in the database's log.
class HalfAllocatedPageTest {
    private static final String PAGES = "org.apache.derby.impl.store.raw.data.AllocPage";
    private static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7Q0042");

    /// Enough for a new page of each table that grows by notes.
    private static final int NOTES = 300;

    @TempDir Path folder;

    /// The bench that is killed: records notes without end, while something else is committed.
    static final class Bench {
        private Bench() {}

        public static void main(String[] args) throws Exception {
            var folder = Path.of(args[0]);
            var record = open(folder);
            note(record);
            Thread.ofPlatform().daemon().start(() -> flush(folder));
            while (true) note(record);
        }

        /// Each commit puts the log on the disk, with what others have put in it so far.
        private static void flush(Path folder) {
            var source = new EmbeddedDataSource();
            source.setDatabaseName(folder.resolve("db").toString());
            source.setUser("rotable");
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE flushed (n INT)");
                statement.execute("INSERT INTO flushed VALUES 0");
                while (true) {
                    statement.execute("UPDATE flushed SET n = n + 1");
                    System.out.println("flushed");
                }
            } catch (SQLException e) {
                System.out.println(e);
            }
        }
    }

    private static DerbyRecord open(Path folder) throws RecordProblem {
        var identity = new BenchIdentity(Realm.RECORD, "depot", "B1", "test");
        return DerbyRecord.open(folder, identity, InstantSource.system());
    }

    private static void note(DerbyRecord record) throws RecordProblem {
        var moment = new Moment(Instant.now(), "b", 0, Optional.empty(), Optional.empty());
        var note = new IntakeFact.Noted(UNIT, Optional.empty(), "what was seen ".repeat(20));
        record.append(new Draft(UUID.randomUUID(), "ana", Optional.empty(), moment, List.of(note)));
    }

    private VirtualMachine launched() throws Exception {
        var debugger = Bootstrap.virtualMachineManager().defaultConnector();
        var said = debugger.defaultArguments();
        requireNonNull(said.get("main")).setValue(Bench.class.getName() + " " + folder);
        var classes = "-cp " + System.getProperty("java.class.path");
        requireNonNull(said.get("options")).setValue(classes);
        return debugger.launch(said);
    }

    private static void awaitHeld(VirtualMachine machine) throws InterruptedException {
        var page = machine.classesByName(PAGES).getFirst();
        var added = page.methodsByName("addPage").getFirst().location();
        var held = machine.eventRequestManager().createBreakpointRequest(added);
        held.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        held.enable();
        while (true)
            for (var event : machine.eventQueue().remove())
                if (event instanceof BreakpointEvent) return;
    }

    private static void awaitFlushed(BufferedReader out) throws IOException {
        String line;
        do line = requireNonNull(out.readLine(), "the bench has ended");
        while (!line.equals("flushed"));
    }

    @Test
    void is_used_on_after_the_restart() throws Exception {
        var machine = launched();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(
                                machine.process().getInputStream(), StandardCharsets.UTF_8))) {
            machine.resume();
            awaitFlushed(out);
            awaitHeld(machine);
            while (out.ready()) out.readLine();
            for (int i = 0; i < 3; i++) awaitFlushed(out);
        } finally {
            machine.process().destroyForcibly().waitFor();
        }
        try (var record = open(folder)) {
            var before = record.head().seq();
            for (int i = 0; i < NOTES; i++) note(record);
            assertTrue(record.head().seq() >= before + NOTES);
            assertEquals(Optional.empty(), record.verifyChains().damage());
        }
    }
}
