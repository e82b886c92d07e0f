// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

/// By what a person's PIN is told. It is a secret and stands in no journal; an entry says only that
/// the PIN was set.
///
/// @param entry the hash of that entry
public record PinVerifier(String person, String entry, String verifier) {
    /// One that the centre is given, by the entry's place in its own bench's chain.
    public record Given(String epoch, long seq, String verifier) {}
}
