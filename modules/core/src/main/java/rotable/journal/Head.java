// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

/// Where a bench's journal stands: its epoch and the last entry in it.
///
/// @param ordinal which epoch of the bench this is, from 1
/// @param seq the last sequence number, 0 for an empty epoch
/// @param hash the last entry's hash, or 64 zeros
public record Head(String bench, String epoch, int ordinal, long seq, String hash) {}
