// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cases of one unit, in the order in which they are found.
final class Cases {
    private final Map<String, Case> all = new LinkedHashMap<>();
    private Splits splits = Splits.in(List.of());

    /// What was told apart is no case, whenever it is found.
    void of(Splits told) {
        splits = told;
    }

    void found(Case one) {
        all.put(one.id(), splits.noCase(one).map(one::settled).orElse(one));
    }

    void settled(String id, Signed by) {
        all.computeIfPresent(id, (key, c) -> c.settled(by));
    }

    /// Whether one of that kind is open already: what comes of the same entry is the same case.
    boolean isOpen(Case.Rule rule, String first) {
        return all.values().stream()
                .anyMatch(c -> c.isOpen() && c.rule() == rule && c.first().equals(first));
    }

    List<Case> all() {
        return List.copyOf(all.values());
    }
}
