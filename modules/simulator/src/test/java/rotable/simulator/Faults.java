// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/// What goes wrong, and how often: other weights for each seed, so that each fault has runs in
/// which it is frequent and runs without it.
final class Faults {
    private static final int OFTEN = 4;

    private final Map<Fault, Integer> oneIn = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private boolean healed;

    /// The kinds of fault.
    enum Fault {
        DROPPED(24),
        UNANSWERED(24),
        TWICE(24),
        LATE(24),
        PARTITION(24),
        RESTART(24),
        POWER_CUT(24),
        TAIL_LOST(120),
        BENCH_RESTORED(120),
        CENTRE_RESTORED(120),
        CLONED(120),
        POISON(120),
        /// A bench begins with the release before this one.
        OLDER_RELEASE(6);

        private final int seldom;

        Fault(int seldom) {
            this.seldom = seldom;
        }
    }

    /// @param random the seed's
    Faults(Random random) {
        for (var f : Fault.values()) {
            int often = random.nextInt(OFTEN);
            if (often > 0) oneIn.put(f, f.seldom / often);
        }
    }

    boolean happens(Fault fault, Random random) {
        var n = oneIn.get(fault);
        if (healed || n == null || random.nextInt(n) > 0) return false;
        happened.merge(fault, 1, Integer::sum);
        return true;
    }

    /// From here on nothing goes wrong.
    void heal() {
        healed = true;
    }

    /// How often what happened.
    Map<Fault, Integer> happened() {
        return happened;
    }
}
