// SPDX-License-Identifier: LicenseRef-Rotable
package offenders.rotable.ui;

/// The window must not reach into the store.
public final class KnowsTheStore {
    public String hash(rotable.store.DerbyRecord record) {
        return record.head().hash();
    }
}
