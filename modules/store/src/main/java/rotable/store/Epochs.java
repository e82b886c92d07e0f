// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rotable.fact.BenchFact.EpochBegun;
import rotable.journal.Entry;
import rotable.journal.Lineage;

/// Which epoch of a bench comes after which: each first entry names the epoch before its own, and
/// counts one more. Two epochs that name the same predecessor are a fork and count the same.
final class Epochs {
    private final Map<String, Lineage> lineages = new LinkedHashMap<>();
    private final Map<String, String> signers = new HashMap<>();

    /// Learns from an entry, if it begins an epoch.
    void learn(Entry entry) {
        if (!(entry.fact() instanceof EpochBegun begun)) return;
        var bench = entry.envelope().bench();
        var epoch = entry.envelope().epoch();
        var lineage =
                begun.previous()
                        .map(p -> lineage(bench, p.epoch()).next(epoch, p.seq()))
                        .orElseGet(() -> Lineage.first(epoch));
        lineages.put(key(bench, epoch), lineage);
        signers.put(key(bench, epoch), begun.key());
    }

    /// The epoch of a bench that comes after all others of one computer, which its key tells; the
    /// last learnt where two are a fork.
    Optional<String> newest(String bench, String signer) {
        return of(bench).filter(e -> isOf(signer, bench, e)).reduce((a, b) -> b);
    }

    /// The epoch of a bench that comes after all others but one; the last learnt where two are a
    /// fork.
    Optional<String> newestBut(String bench, String epoch) {
        return of(bench).filter(e -> !e.equals(epoch)).reduce((a, b) -> b);
    }

    /// Whether one computer, which its key tells, wrote the epoch.
    boolean isOf(String signer, String bench, String epoch) {
        return signer(bench, epoch).equals(signer);
    }

    boolean knows(String bench, String epoch) {
        return lineages.containsKey(key(bench, epoch));
    }

    private String signer(String bench, String epoch) {
        return signers.getOrDefault(key(bench, epoch), "");
    }

    /// The epochs of a bench in their order.
    List<String> all(String bench) {
        return of(bench).toList();
    }

    private Stream<String> of(String bench) {
        return lineages.entrySet().stream()
                .filter(e -> e.getKey().startsWith(bench + " "))
                .sorted(Comparator.comparingInt(e -> e.getValue().ordinal()))
                .map(e -> e.getKey().substring(bench.length() + 1));
    }

    /// Where an epoch stands among those of its bench, from 1.
    int ordinal(String bench, String epoch) {
        return lineage(bench, epoch).ordinal();
    }

    /// What an epoch follows.
    Lineage lineage(String bench, String epoch) {
        var known = lineages.get(key(bench, epoch));
        return known == null ? Lineage.first(epoch) : known;
    }

    private static String key(String bench, String epoch) {
        return bench + " " + epoch;
    }
}
