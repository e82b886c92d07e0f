// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import rotable.exchange.CentralProblem;
import rotable.fact.BenchFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// A depot of its own for each test, and the records that it opened closed at its end.
abstract class AtADepot {
    static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7Q0042");

    static final PersonId RAJ = new PersonId("raj");

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    Depot depot;

    final List<DerbyRecord> open = new ArrayList<>();

    @BeforeEach
    void start() throws IOException, CentralProblem {
        depot = new Depot(folder);
    }

    @AfterEach
    void stop() throws IOException {
        open.forEach(DerbyRecord::close);
        depot.close();
    }

    DerbyRecord bench(String name) throws RecordProblem, CentralProblem {
        var record = depot.admitted(name);
        open.add(record);
        return record;
    }

    static void set(DerbyRecord record, String pin) throws RecordProblem {
        record.pins().set(RAJ, pin.toCharArray());
        Depot.append(record, new BenchFact.PinSet(RAJ));
    }

    static boolean verifies(DerbyRecord record, String pin) throws RecordProblem {
        return record.pins().verify(RAJ, pin.toCharArray());
    }

    static Fact note(UnitId unit, String text) {
        return new IntakeFact.Noted(unit, Optional.empty(), text);
    }
}
