// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import rotable.journal.Stamp;

/// Somebody signed something.
///
/// @param by the signer, who need not be the one who was signed in
public record Signed(String by, String text, Stamp stamp) {
    /// Who signed an entry, or recorded it where nobody signed.
    static String by(Recorded r) {
        return r.entry()
                .envelope()
                .signature()
                .map(s -> s.person().value())
                .orElse(r.stamp().operator());
    }
}
