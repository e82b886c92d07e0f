// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import rotable.bench.Messages;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.scanner.SerialSettings;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;
import rotable.store.Owner;
import rotable.sync.CentralAddress;

/// Which record a command works on.
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the bench's data folder (default: ~/.rotable)")
    @Nullable Path data;

    @Option(
            names = "--bench",
            paramLabel = "NAME",
            description = "this bench (default: the one whose data folder it is, or B1)")
    @Nullable String bench;

    @Option(
            names = "--depot",
            paramLabel = "NAME",
            description =
                    "the depot that entries name (default: that of the data folder, or depot)")
    private @Nullable String depot;

    @Option(
            names = "--rehearsal",
            description = "a training depot, never to be taken for the record")
    boolean rehearsal;

    @Option(
            names = "--scanner",
            paramLabel = "PORT[,BAUD][,8N1][,END]",
            description =
                    "a scanner on a serial port, for the window; END is what it ends messages with: CR,"
                            + " LF, CRLF, TAB, ETX, NONE, or ANY of them, as by default")
    private @Nullable String scanner;

    @Option(
            names = "--central",
            paramLabel = "URL",
            description =
                    "the depot's centre, jdbc:postgresql://HOST:PORT/DATABASE with the driver's"
                            + " parameters")
    private @Nullable String central;

    /// The centre as this bench reaches it, if one was named.
    Optional<CentralAddress> central() throws RecordProblem {
        if (central == null) return Optional.empty();
        var own = owner(folderOrDefault());
        return Optional.of(
                new CentralAddress(
                        central, Optional.of(CentralAddress.roleOf(own.depot(), own.bench()))));
    }

    /// Who works on a data folder: as named, or else whose it is.
    private Owner owner(Path folder) throws RecordProblem {
        var there = Owner.of(folder, realm()).orElse(new Owner("depot", "B1"));
        return new Owner(
                depot == null ? there.depot() : depot, bench == null ? there.bench() : bench);
    }

    /// The scanner's port, if one was named.
    Optional<SerialSettings> scanner() {
        return Optional.ofNullable(scanner).map(SerialSettings::parse);
    }

    /// The folder that was named.
    Optional<Path> folder() {
        return Optional.ofNullable(data);
    }

    /// The folder that was named, or the default one.
    Path folderOrDefault() {
        var home = Path.of(System.getProperty("user.home"), ".rotable");
        return folder().orElse(rehearsal ? home.resolve("rehearsal") : home);
    }

    /// The record that is there already.
    ///
    /// @throws RecordProblem also where there is none: looking at one must not make one
    DerbyRecord openExisting(InstantSource clock) throws RecordProblem {
        var folder = folderOrDefault();
        if (!DerbyRecord.isIn(folder)) {
            var mirror = Owner.of(folder, realm()).isPresent();
            var kind = mirror ? RecordProblem.Kind.ONLY_MIRROR : RecordProblem.Kind.NONE;
            throw new RecordProblem(kind, folder.toString());
        }
        var record = open(folder, clock);
        if (record.witnessMended())
            System.err.println(new Messages(Locale.ROOT).word("Word.MirrorMended"));
        return record;
    }

    /// What its entries are hashed as.
    Realm realm() {
        return rehearsal ? Realm.REHEARSAL : Realm.RECORD;
    }

    DerbyRecord open(Path folder, InstantSource clock) throws RecordProblem {
        var own = owner(folder);
        return DerbyRecord.open(
                folder,
                new BenchIdentity(realm(), own.depot(), own.bench(), "rotable " + Main.VERSION),
                clock);
    }
}
