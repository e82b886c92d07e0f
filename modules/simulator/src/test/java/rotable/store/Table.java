// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Rows by their key, in order. What is done can be taken back.
final class Table<K extends Comparable<K>, V> {
    private final TreeMap<K, V> rows = new TreeMap<>();
    private final MemoryTables all;

    Table(MemoryTables all) {
        this.all = all;
    }

    NavigableMap<K, V> rows() {
        return rows;
    }

    private Deque<Runnable> undo() {
        all.fuse().step();
        return all.undo();
    }

    void put(K key, V row) {
        var undo = undo();
        var before = rows.put(key, row);
        undo.push(() -> restore(key, before));
    }

    /// @throws org.apache.ibatis.exceptions.PersistenceException when there is such a key
    void insert(K key, V row) {
        if (rows.containsKey(key)) throw MemoryTables.twice(String.valueOf(key));
        put(key, row);
    }

    void remove(K key) {
        var undo = undo();
        var before = rows.remove(key);
        undo.push(() -> restore(key, before));
    }

    private void restore(K key, @org.jspecify.annotations.Nullable V before) {
        if (before == null) rows.remove(key);
        else rows.put(key, before);
    }

    void clear() {
        var undo = undo();
        var before = new TreeMap<>(rows);
        rows.clear();
        undo.push(() -> rows.putAll(before));
    }

    void copyTo(Table<K, V> other) {
        other.rows.putAll(rows);
    }
}
