// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

/// An entry that a bench hears of before everything that was placed before it: a hold, what was
/// published of a person, equipment that was found wrong. It is heeded until it arrives in its
/// order, and never folded before.
///
/// @param position where the centre placed it
public record Advisory(long position, String line) {}
