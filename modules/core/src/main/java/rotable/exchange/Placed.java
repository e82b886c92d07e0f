// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

/// An entry where the centre placed it.
///
/// @param position from 1, gapless in the depot
/// @param line the entry's line as its author sealed it
/// @param chain the centre's chain up to here: SHA-256 of the chain before, the position as eight
///   bytes, the highest first, and the entry's hash as 32 bytes; 64 hex digits
public record Placed(long position, String line, String chain) {}
