// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;
import java.util.Optional;
import rotable.identity.PersonId;

/// What happens at a bench, apart from the units on it.
public sealed interface BenchFact extends Fact {
    /// An epoch of this bench's journal began.
    ///
    /// @param why `enrolled`, or what was found that made a new epoch necessary
    /// @param previous the epoch before, absent for the first
    /// @param key the bench's Ed25519 public key, X.509 encoded, in hex
    record EpochBegun(String bench, String why, Optional<Predecessor> previous, String key)
            implements BenchFact {
        /// The last entry of the epoch before that this bench knows.
        public record Predecessor(String epoch, long seq, String hash) {}

        @Override
        public List<Subject> subjects() {
            return List.of(new Subject(Subject.Kind.BENCH, bench));
        }
    }

    /// The bench's key vouches for its journal up to an entry.
    sealed interface Voucher extends BenchFact {
        String bench();

        String epoch();

        long seq();

        String hash();

        /// What is signed, a part a line.
        List<String> parts();

        /// Ed25519 over the parts, each followed by a line feed; in hex.
        String signature();

        @Override
        default List<Subject> subjects() {
            return List.of(new Subject(Subject.Kind.BENCH, bench()));
        }
    }

    /// A voucher as it was before 2026-11-22: it is read, and made no more.
    record Checkpoint(String bench, String epoch, long seq, String hash, String signature)
            implements Voucher {
        @Override
        public List<String> parts() {
            return List.of("rotable-checkpoint-1", bench, epoch, Long.toString(seq), hash);
        }
    }

    /// A voucher that says what the bench saw of the centre, too: with every bench a witness, the
    /// centre's journal can't be written anew.
    ///
    /// @param position the last of the centre's positions that the bench has, 0 for none
    /// @param chain the centre's chain there, or 64 zeros
    record Witness(
            String bench,
            String epoch,
            long seq,
            String hash,
            long position,
            String chain,
            String signature)
            implements Voucher {
        @Override
        public List<String> parts() {
            return List.of(
                    "rotable-checkpoint-2",
                    bench,
                    epoch,
                    Long.toString(seq),
                    hash,
                    Long.toString(position),
                    chain);
        }
    }

    /// Somebody signed in at the bench.
    record SignedIn(PersonId person) implements BenchFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(person));
        }
    }

    /// Somebody locked the bench.
    record SignedOut(PersonId person) implements BenchFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(person));
        }
    }

    /// A PIN was set; its verifier is kept elsewhere.
    record PinSet(PersonId person) implements BenchFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(person));
        }
    }

    /// A wrong PIN was given.
    record PinRefused(PersonId person) implements BenchFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(person));
        }
    }

    /// The right PIN was given, so that earlier wrong ones count no more.
    record PinAccepted(PersonId person) implements BenchFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(person));
        }
    }

    /// A supervisor gave somebody new tries.
    record PinUnlocked(PersonId person) implements BenchFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(person));
        }
    }

    /// A command was taken back: its entries stay, and count no more.
    ///
    /// @param command the command's id
    record Undone(String command, List<Subject> subjects) implements BenchFact {
        public Undone {
            subjects = List.copyOf(subjects);
        }
    }
}
