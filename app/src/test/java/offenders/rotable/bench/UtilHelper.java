// SPDX-License-Identifier: LicenseRef-Rotable
package offenders.rotable.bench;

/// A name that says nothing.
public final class UtilHelper {
    public int one() {
        return 1;
    }
}
