// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;
import rotable.journal.EntryReader;
import rotable.record.RecordProblem;

/// The disk of a bench in memory: what is on it outlives the program, and can be copied.
public final class MemoryDisk {
    private final Fuse fuse;
    private final MemoryTables tables;
    private final MemoryMirror mirror;
    private final KeyPair key;

    private MemoryDisk(Fuse fuse, MemoryTables tables, MemoryMirror mirror, KeyPair key) {
        this.fuse = fuse;
        this.tables = tables;
        this.mirror = mirror;
        this.key = key;
    }

    /// A new disk, with a key of its own.
    public static MemoryDisk fresh(RandomGenerator random) {
        var fuse = new Fuse();
        return new MemoryDisk(fuse, new MemoryTables(fuse), new MemoryMirror(fuse), key(random));
    }

    private static KeyPair key(RandomGenerator random) {
        try {
            var keys = KeyPairGenerator.getInstance("Ed25519");
            keys.initialize(255, new Repeatable(random));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /// Randomness that follows from a seed.
    private static final class Repeatable extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final transient RandomGenerator random;

        Repeatable(RandomGenerator random) {
            this.random = random;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }
    }

    /// An image of the whole disk.
    public MemoryDisk copy() {
        var other = new Fuse();
        return new MemoryDisk(other, tables.copy(other), mirror.copy(other), key);
    }

    /// The same disk, whose database lost what came after an image of it; the mirror is whole.
    public MemoryDisk withRowsOf(MemoryDisk older) {
        var other = new Fuse();
        return new MemoryDisk(other, older.tables.copy(other), mirror.copy(other), key);
    }

    /// Where its power fails.
    public Fuse fuse() {
        return fuse;
    }

    /// Starts the bench whose disk it is.
    ///
    /// @param unknown the types of entries that its release of the program does not know
    public DerbyRecord open(
            BenchIdentity identity,
            Set<String> unknown,
            InstantSource clock,
            RandomGenerator random)
            throws RecordProblem {
        return DerbyRecord.on(
                new Ground(
                        () -> {},
                        new MemoryDatabase(tables),
                        mirror,
                        new BenchKey(key),
                        new DiskSpace(() -> Long.MAX_VALUE, 0, 0),
                        new Ids(clock, random)),
                identity,
                new EntryReader(identity.realm(), unknown),
                clock);
    }
}
