// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.Locale;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// What a unit is, in one word; always printed as a word, whatever its colour.
public enum Status {
    UNKNOWN,
    KNOWN,
    SUSPECT,
    IN_WORK,
    WAITING,
    ON_HOLD,
    RELEASED,
    RELEASE_VOID,
    SHIPPED,
    INSTALLED,
    /// It came out of another unit and is in none.
    REMOVED,
    UNREPAIRED,
    SCRAPPED,
    BER,
    EXCHANGED;

    /// It in words, in small letters: `on hold`.
    public static String words(Unit unit) {
        return of(unit).name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The status of a unit as its entries tell it.
    public static Status of(Unit unit) {
        if (unit.isUnknown()) return UNKNOWN;
        if (unit.scrapped()) return SCRAPPED;
        if (!unit.holds().isEmpty()) return ON_HOLD;
        if (unit.order().isEmpty()) return component(unit);
        var order = unit.order().get();
        if (order.ended().isPresent()) return valueOf(order.ended().get().ending().name());
        if (order.shipped().isPresent())
            return unit.installedIn().isPresent() ? INSTALLED : SHIPPED;
        return order.isOpen() ? open(order) : RELEASED;
    }

    private static Status component(Unit unit) {
        if (unit.installedIn().isPresent()) return INSTALLED;
        return unit.removedFrom().isPresent() ? REMOVED : KNOWN;
    }

    private static Status open(Order order) {
        if (order.release().filter(r -> !r.stands()).map(Release::id).isPresent())
            return RELEASE_VOID;
        if (order.intake().isEmpty()) return SUSPECT;
        return order.taken().isPresent() ? IN_WORK : WAITING;
    }
}
