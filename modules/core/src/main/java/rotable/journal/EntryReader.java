// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.Set;

/// Reads the entries of a realm as one release of the program does. A bench that is a release older
/// than the others keeps whole what it does not know, and folds it once it was brought up to date.
///
/// @param unknown the types of entries that it does not know; none for this release
public record EntryReader(Realm realm, Set<String> unknown) {
    public EntryReader {
        unknown = Set.copyOf(unknown);
    }

    /// Of this release.
    public static EntryReader of(Realm realm) {
        return new EntryReader(realm, Set.of());
    }

    /// Reads a line. One whose envelope can be read is an entry, whatever its body.
    ///
    /// @throws BadEntry when it is not an entry's line
    public Entry read(String line) {
        return EntryCodec.read(realm, unknown, line);
    }

    /// The hash of a line.
    public String hash(String line) {
        return EntryCodec.hash(realm, line);
    }
}
