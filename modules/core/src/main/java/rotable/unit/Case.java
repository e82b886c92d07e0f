// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rotable.fact.RepairFact;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.journal.Sha256;

/// Two entries of which neither author knew the other's, and which can't both hold, or need
/// somebody to look at them. Found by the fold, and so by every bench alike. What was placed first
/// holds until a supervisor says otherwise; both stay in the record for ever.
///
/// @param id hex digits that follow from the rule and the two entries, whoever finds it
/// @param text what contradicts what, as it was found
/// @param first the entry that was placed first
/// @param second what has no effect of the unit's because of it; it has effect under RIGHTS, and
///   where the first receipt's stay is over
/// @param settled who settled it and why
public record Case(
        String id,
        Rule rule,
        String text,
        String first,
        Recorded second,
        Optional<Signed> settled) {
    private static final int DIGITS = 16;

    /// What can't both hold.
    public enum Rule {
        /// One unit was received twice, and neither bench knew of the other.
        TWO_RECEIPTS,
        /// One component was installed in two units.
        TWO_PARENTS,
        /// Two benches changed one position.
        POSITION,
        /// A unit was released or left, or its order ended, while another bench went on with it.
        CLOSED,
        /// Somebody worked or signed whose rights were taken away meanwhile. The work stands until
        /// it was looked at.
        RIGHTS
    }

    static Case of(Without.Clash clash, String text, Recorded second) {
        var hashes =
                Stream.of(clash.first(), clash.second()).sorted().collect(Collectors.joining("\n"));
        var id = Sha256.hex("rotable-case-1\n", clash.rule() + "\n" + hashes);
        return new Case(
                id.substring(0, DIGITS),
                clash.rule(),
                text,
                clash.first(),
                second,
                Optional.empty());
    }

    Case settled(Signed by) {
        return new Case(id, rule, text, first, second, Optional.of(by));
    }

    /// Whether both are about what one bench did, in one epoch, with one position.
    boolean isOfOneSwapWith(Case other) {
        return rule == Rule.POSITION
                && other.rule == Rule.POSITION
                && swap().isPresent()
                && swap().equals(other.swap());
    }

    private Optional<Swap> swap() {
        var by = second.stamp();
        return switch (second.fact()) {
            case RepairFact.Removed f ->
                    Optional.of(new Swap(f.unit(), f.position(), by.bench(), by.epoch().epoch()));
            case RepairFact.Installed f ->
                    Optional.of(new Swap(f.unit(), f.position(), by.bench(), by.epoch().epoch()));
            default -> Optional.empty();
        };
    }

    private record Swap(UnitId unit, PositionId position, String bench, String epoch) {}

    /// Whether it still waits for a supervisor.
    public boolean isOpen() {
        return settled.isEmpty();
    }
}
