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
        DROPPED,
        UNANSWERED,
        TWICE,
        LATE,
        PARTITION,
        RESTART,
        POWER_CUT,
        TAIL_LOST,
        BENCH_RESTORED,
        CENTRE_RESTORED,
        CLONED,
        POISON
    }

    /// @param random the seed's
    Faults(Random random) {
        for (var f : Fault.values()) {
            var rare = f.compareTo(Fault.POWER_CUT) > 0;
            int often = random.nextInt(OFTEN);
            if (often > 0) oneIn.put(f, (rare ? 120 : 24) / often);
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
