// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

/// How far the centre has an epoch of a bench; what it has is acknowledged.
///
/// @param seq the last sequence number that it has, 0 for none
/// @param hash that entry's hash, or 64 zeros
public record CentralHead(String epoch, long seq, String hash) {}
