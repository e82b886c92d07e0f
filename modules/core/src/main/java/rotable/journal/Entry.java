// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import rotable.fact.Fact;

/// One entry of the journal: its line, the hash of that line, and what it says.
///
/// @param line the canonical JSON whose UTF-8 bytes are stored, sent, mirrored and hashed
/// @param hash SHA-256 of the realm's tag and the line, 64 hex digits
public record Entry(Envelope envelope, Fact fact, String line, String hash) {
    /// The place of the entry among the causes of others.
    ///
    /// @param epoch its epoch and those that it follows
    /// @param position its central position, or 0 while it has none
    public Stamp stamp(Lineage epoch, long position) {
        var e = envelope;
        return new Stamp(
                e.bench(), epoch, e.seq(), position, e.seen(), e.occurredAt(), e.operator(), hash);
    }
}
