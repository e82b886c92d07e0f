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
    ///
    /// @param signature Ed25519 over `rotable-checkpoint-1\n`, then bench, epoch, seq and hash,
    ///   each followed by a line feed; in hex
    record Checkpoint(String bench, String epoch, long seq, String hash, String signature)
            implements BenchFact {
        @Override
        public List<Subject> subjects() {
            return List.of(new Subject(Subject.Kind.BENCH, bench));
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
