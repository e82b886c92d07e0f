// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import rotable.reference.Reference;
import rotable.unit.Recorded;

/// Who stands for an entry.
public final class Authors {
    private Authors() {}

    /// Who signed, where somebody did, or else who acted.
    public static String of(Recorded r, Reference reference) {
        var signer = r.entry().envelope().signature().map(s -> s.person().value());
        return reference.nameOf(signer.orElse(r.stamp().operator()));
    }
}
