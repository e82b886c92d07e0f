// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import rotable.record.RecordProblem;
import rotable.release.Integrity.Damage;
import rotable.store.DerbyRecord;

/// Whether a record that was read whole is sound.
final class Sound {
    private Sound() {}

    /// Says the first bad entry, where there is one.
    static boolean said(DerbyRecord record) throws RecordProblem {
        var damage = record.verifyChains().damage();
        damage.ifPresent(Sound::say);
        return damage.isEmpty();
    }

    static void say(Damage damage) {
        System.out.println("Entry " + damage.entry() + ": " + damage.why() + ".");
    }
}
