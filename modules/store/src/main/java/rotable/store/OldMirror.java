// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// Reads what the mirror of another data folder holds, such as that of a computer that died.
public final class OldMirror {
    private OldMirror() {}

    /// Everything that its bench recorded, from the mirror and from what was put aside of it.
    ///
    /// @param folder the data folder, or a copy of what is left of it
    /// @throws RecordProblem when it can't be read, or is no mirror of that realm
    public static List<Entry> entries(Path folder, Realm realm) throws RecordProblem {
        var entries = new ArrayList<Entry>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(OldMirror::isMirror).sorted().toList())
                for (var line : MirrorFiles.lines(file)) entries.add(EntryCodec.read(realm, line));
        } catch (IOException | BadEntry e) {
            throw new RecordProblem(Kind.OTHER, "mirror: " + e.getMessage(), e);
        }
        return List.copyOf(entries);
    }

    private static boolean isMirror(Path file) {
        return file.getFileName().toString().matches("\\d{8}\\.log");
    }
}
