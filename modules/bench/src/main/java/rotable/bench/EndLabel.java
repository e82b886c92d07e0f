// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.Locale;
import rotable.fact.ReleaseFact.Ended.Ending;
import rotable.identity.PersonId;
import rotable.journal.Signature;
import rotable.reference.Reference;
import rotable.unit.Order;
import rotable.unit.Unit;

/// What stands on the label of a unit whose order ended otherwise than by its release: how, why and
/// on whose authority (the domain's rule after G25).
///
/// @param serial as it is recorded, with the tag of a unit that bears another one's identity
/// @param authority who signed it, with the authorisation if there is one
/// @param hash the first 16 hex digits of the record's hash
/// @param training whether it is an exercise
public record EndLabel(
        Ending ending,
        String organisation,
        String part,
        String revision,
        String description,
        String serial,
        String order,
        String date,
        String reason,
        String authority,
        String hash,
        boolean training)
        implements Paper {
    /// The label of an order that has ended.
    ///
    /// @throws java.util.NoSuchElementException for one that has not
    static EndLabel of(Unit unit, Order order, Reference r, boolean training) {
        var ended = order.ended().orElseThrow();
        var recorded =
                unit.own().stream().filter(x -> ended.equals(x.fact())).findFirst().orElseThrow();
        var part = r.part(unit.id().part());
        return new EndLabel(
                ended.ending(),
                r.depot().map(d -> d.name()).orElse(""),
                unit.id().part().number(),
                part.map(p -> p.revision()).orElse(""),
                part.map(p -> p.description()).orElse(""),
                unit.id().serial(),
                order.id().value(),
                recorded.stamp().at().atZone(r.zone()).toLocalDate().toString(),
                ended.reason(),
                recorded.entry()
                        .envelope()
                        .signature()
                        .map(Signature::person)
                        .map(who -> authority(who, r))
                        .orElse(""),
                recorded.stamp().hash().substring(0, 16),
                training);
    }

    private static String authority(PersonId who, Reference r) {
        var number = r.person(who).flatMap(p -> p.authorisation());
        return r.nameOf(who.value()) + number.map(n -> " " + n).orElse("");
    }

    @Override
    public String name() {
        return order + "-" + ending.name().toLowerCase(Locale.ROOT);
    }

    /// The order, which names the unit.
    @Override
    public String code() {
        return order;
    }
}
