// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import rotable.fact.BenchFact;
import rotable.identity.PersonId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.journal.ReferenceFile;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// The depot that rehearsals take place in.
final class SampleDepot {
    private SampleDepot() {}

    /// Publishes the sample depot and sets its people's PINs, unless the record has a depot
    /// already.
    static void setUp(DerbyRecord record, Instant now) throws RecordProblem {
        if (record.reference().depot().isPresent()) return;
        var wrong =
                Importer.publish(
                        record, ReferenceFile.read(text("sample-depot.json")), Draft.SYSTEM, now);
        if (!wrong.isEmpty()) throw new IllegalStateException("sample depot: " + wrong);
        for (var entry : pins().entrySet()) {
            var person = new PersonId(entry.getKey().toString());
            record.pins().set(person, entry.getValue().toString().toCharArray());
            var moment = new Moment(now, "import", 0, Optional.empty(), Optional.empty());
            record.append(
                    new Draft(
                            UUID.randomUUID(),
                            Draft.SYSTEM,
                            Optional.empty(),
                            moment,
                            java.util.List.of(new BenchFact.PinSet(person))));
        }
    }

    private static Properties pins() {
        var pins = new Properties();
        try (var in = SampleDepot.class.getResourceAsStream("sample-pins.properties")) {
            pins.load(in);
            return pins;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (var in = SampleDepot.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("missing " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
