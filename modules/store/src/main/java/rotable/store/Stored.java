// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.fact.Subject;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.store.JournalMapper.StoredRow;
import rotable.unit.Recorded;

/// Reads rows back as entries, each in its epoch's place.
final class Stored {
    private final Realm realm;
    private final Map<String, Integer> ordinals = new HashMap<>();

    Stored(Realm realm) {
        this.realm = realm;
    }

    /// Epochs of a bench count from 1 in the order in which each names the one before.
    int ordinal(String bench, String epoch) {
        var ordinal = ordinals.get(bench + " " + epoch);
        return ordinal == null ? 1 : ordinal;
    }

    void learn(String bench, String epoch, int ordinal) {
        ordinals.put(bench + " " + epoch, ordinal);
    }

    static String line(StoredRow row) {
        return new String(row.line(), StandardCharsets.UTF_8);
    }

    /// The row's entry; absent when its line can't be read, which verification then names.
    Optional<Entry> entry(StoredRow row) {
        try {
            return Optional.of(EntryCodec.read(realm, line(row)));
        } catch (BadEntry e) {
            return Optional.empty();
        }
    }

    List<Recorded> history(JournalMapper db, Subject subject) {
        var history = new ArrayList<Recorded>();
        for (var row : db.about(subject.kind().name(), subject.id()))
            entry(row).ifPresent(e -> history.add(recorded(e, row)));
        return history;
    }

    private Recorded recorded(Entry e, StoredRow row) {
        var position = row.position() == null ? 0 : row.position();
        return new Recorded(e, stamp(e, position), Optional.ofNullable(row.why()));
    }

    /// Where an entry stands among the causes of others.
    rotable.journal.Stamp stamp(Entry e, long position) {
        return e.stamp(ordinal(e.envelope().bench(), e.envelope().epoch()), position);
    }
}
