// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import rotable.journal.Entry;

/// Packs entries of one bench to be sent: whole commands of one epoch, one after the other.
public final class Parcels {
    private static final int ENOUGH = 500;
    private static final int ENOUGH_BYTES = 1 << 19;

    private final List<Parcel> packed = new ArrayList<>();
    private final List<Entry> open = new ArrayList<>();
    private int bytes;

    private Parcels() {}

    /// The parcels that entries make, epoch by epoch. What is there twice goes once; a command that
    /// is not whole stays out.
    public static List<Parcel> of(Collection<Entry> entries) {
        var epochs = new LinkedHashMap<String, TreeMap<Long, Entry>>();
        for (var e : entries)
            epochs.computeIfAbsent(e.envelope().epoch(), k -> new TreeMap<>())
                    .put(e.envelope().seq(), e);
        var parcels = new Parcels();
        for (var epoch : epochs.values()) {
            for (var entry : epoch.values()) parcels.add(entry);
            parcels.close();
        }
        return List.copyOf(parcels.packed);
    }

    private void add(Entry entry) {
        var follows =
                open.isEmpty() || open.getLast().envelope().seq() + 1 == entry.envelope().seq();
        if (!follows) close();
        open.add(entry);
        bytes += entry.line().getBytes(StandardCharsets.UTF_8).length;
        if (ends(entry) && (open.size() >= ENOUGH || bytes >= ENOUGH_BYTES)) close();
    }

    private static boolean ends(Entry entry) {
        return entry.envelope().index() + 1 == entry.envelope().count();
    }

    private void close() {
        while (!open.isEmpty() && !ends(open.getLast())) open.removeLast();
        while (!open.isEmpty() && open.getFirst().envelope().index() > 0) open.removeFirst();
        if (!open.isEmpty()) {
            var first = open.getFirst().envelope();
            var lines = open.stream().map(Entry::line).toList();
            packed.add(new Parcel(first.epoch(), first.seq(), lines));
        }
        open.clear();
        bytes = 0;
    }
}
