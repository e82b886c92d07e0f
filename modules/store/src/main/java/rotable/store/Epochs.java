// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rotable.fact.BenchFact.EpochBegun;
import rotable.journal.Entry;

/// Which epoch of a bench comes after which: each first entry names the epoch before its own, and
/// counts one more. Two epochs that name the same predecessor are a fork and count the same.
final class Epochs {
    private final Map<String, Integer> ordinals = new LinkedHashMap<>();
    private final Map<String, String> signers = new HashMap<>();

    /// Learns from an entry, if it begins an epoch.
    void learn(Entry entry) {
        if (!(entry.fact() instanceof EpochBegun begun)) return;
        var bench = entry.envelope().bench();
        var before = begun.previous().map(p -> ordinal(bench, p.epoch())).orElse(0);
        ordinals.put(key(bench, entry.envelope().epoch()), before + 1);
        signers.put(key(bench, entry.envelope().epoch()), begun.key());
    }

    /// The epoch of a bench that comes after all others of one computer, which its key tells; the
    /// last learnt where two are a fork.
    Optional<String> newest(String bench, String signer) {
        return of(bench).filter(e -> signer(bench, e).equals(signer)).reduce((a, b) -> b);
    }

    /// The newest epoch in which another computer was this bench.
    Optional<String> elsewhere(String bench, String signer) {
        return of(bench).filter(e -> !signer(bench, e).equals(signer)).reduce((a, b) -> b);
    }

    private String signer(String bench, String epoch) {
        return signers.getOrDefault(key(bench, epoch), "");
    }

    /// The epochs of a bench in their order.
    List<String> all(String bench) {
        return of(bench).toList();
    }

    private Stream<String> of(String bench) {
        return ordinals.entrySet().stream()
                .filter(e -> e.getKey().startsWith(bench + " "))
                .sorted(Map.Entry.comparingByValue())
                .map(e -> e.getKey().substring(bench.length() + 1));
    }

    /// Where an epoch stands among those of its bench, from 1.
    int ordinal(String bench, String epoch) {
        return ordinals.getOrDefault(key(bench, epoch), 1);
    }

    private static String key(String bench, String epoch) {
        return bench + " " + epoch;
    }
}
