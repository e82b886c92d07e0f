// SPDX-License-Identifier: LicenseRef-Rotable
package offenders.rotable.bench;

/// Lanes are passed in; nothing else starts threads.
public final class StartsAThread {
    public Thread start(Runnable work) {
        return Thread.ofVirtual().start(work);
    }
}
