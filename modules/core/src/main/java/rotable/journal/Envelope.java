// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rotable.fact.Subject;

/// What every entry says beside its fact. The components' names are those in the line.
///
/// @param epoch the epoch's id; sequence numbers start at 1 in each
/// @param prev the hash of the entry before in this epoch, or 64 zeros
/// @param entry a UUIDv7
/// @param command the UUID of the command that the entry is part of
/// @param index the entry's place in its command, from 0
/// @param count how many entries the command has
/// @param operator the person who acted, or `system`
/// @param occurredAt the bench's clock, to the microsecond
/// @param boot the process in which `monotonic` counts
/// @param monotonic microseconds since the boot's origin
/// @param clockOffset central's clock less the bench's, in microseconds, where it was measured
/// @param clockError the error of that offset, in microseconds
/// @param seen the newest central position that the author had, 0 for none
/// @param app the version that wrote the entry
public record Envelope(
        int v,
        String depot,
        String bench,
        String epoch,
        long seq,
        String prev,
        String entry,
        String command,
        int index,
        int count,
        String type,
        int typeVersion,
        List<Subject> subjects,
        String operator,
        Optional<Signature> signature,
        Instant occurredAt,
        String boot,
        long monotonic,
        Optional<Long> clockOffset,
        Optional<Long> clockError,
        long seen,
        String app) {
    public Envelope {
        subjects = List.copyOf(subjects);
    }

    /// The same, about some of its subjects only.
    Envelope about(List<Subject> some) {
        return new Envelope(
                v,
                depot,
                bench,
                epoch,
                seq,
                prev,
                entry,
                command,
                index,
                count,
                type,
                typeVersion,
                some,
                operator,
                signature,
                occurredAt,
                boot,
                monotonic,
                clockOffset,
                clockError,
                seen,
                app);
    }
}
