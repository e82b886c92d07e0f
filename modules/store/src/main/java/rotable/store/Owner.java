// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryReader;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// Whose data folder it is: the first entry in it is the bench's own.
public record Owner(String depot, String bench) {
    static Owner of(Entry first) {
        return new Owner(first.envelope().depot(), first.envelope().bench());
    }

    /// As the mirror in a data folder tells; absent where there is none, or none of that realm.
    public static Optional<Owner> of(Path folder, Realm realm) throws RecordProblem {
        var first = folder.resolve("mirror").resolve(MirrorFiles.FIRST);
        if (!Files.isReadable(first)) return Optional.empty();
        try {
            var reader = EntryReader.of(realm);
            return MirrorFiles.lines(first).stream().findFirst().map(line -> of(reader.read(line)));
        } catch (BadEntry e) {
            return Optional.empty();
        }
    }

    /// @throws RecordProblem when it is another one's
    void check(BenchIdentity identity) throws RecordProblem {
        if (equals(new Owner(identity.depot(), identity.bench()))) return;
        throw new RecordProblem(Kind.NOT_ITS_OWN, "--bench %s --depot %s".formatted(bench, depot));
    }
}
