// SPDX-License-Identifier: LicenseRef-Rotable
package offenders.rotable.store;

/// Adapters must not see the bench, nor each other.
public final class KnowsTheBench {
    public void start(rotable.bench.Bench bench) {
        bench.start();
    }
}
