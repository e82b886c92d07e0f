// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.List;

/// A mirror in memory, in short pieces.
final class MemoryMirror implements Mirror {
    private static final int ROLLS_AT = 10;

    private final Fuse fuse;
    private final List<List<String>> pieces = new ArrayList<>();

    MemoryMirror(Fuse fuse) {
        this.fuse = fuse;
    }

    MemoryMirror copy(Fuse other) {
        var copy = new MemoryMirror(other);
        for (var piece : pieces) copy.pieces.add(new ArrayList<>(piece));
        return copy;
    }

    @Override
    public void append(List<String> lines) {
        if (pieces.isEmpty() || pieces.getLast().size() >= ROLLS_AT) pieces.add(new ArrayList<>());
        for (var line : lines) {
            fuse.step();
            pieces.getLast().add(line);
        }
        fuse.step();
    }

    @Override
    public int pieces() {
        return pieces.size();
    }

    @Override
    public List<String> lines(int piece) {
        return List.copyOf(pieces.get(piece));
    }

    @Override
    public void setAside() {
        pieces.clear();
    }

    @Override
    public void close() {}
}
