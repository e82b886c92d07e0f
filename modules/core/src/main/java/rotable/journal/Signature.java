// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.List;
import java.util.Optional;
import rotable.fact.Judged;
import rotable.identity.OrderId;
import rotable.identity.PersonId;
import rotable.identity.UnitId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Somebody's signature under the facts of a command, given with badge and PIN.
///
/// @param meaning what the signature says, such as `inspected`
/// @param digest what was signed: the criteria, their states and the facts that decided them
public record Signature(PersonId person, String meaning, String digest) {
    private static final String TAG = "rotable-signature-1\n";

    /// The digest of what a signer saw: SHA-256 over the tag and the canonical JSON of the unit,
    /// the order, the meaning and the judged criteria in the order of the set.
    public static String digest(UnitId unit, OrderId order, String meaning, List<Judged> criteria) {
        return digest(unit, order.value(), meaning, criteria);
    }

    /// Somebody's signature under an act on a unit that need not have an order.
    public static Signature of(
            UnitId unit,
            Optional<OrderId> order,
            PersonId person,
            String meaning,
            List<Judged> criteria) {
        var under = order.map(OrderId::value).orElse("");
        return new Signature(person, meaning, digest(unit, under, meaning, criteria));
    }

    private static String digest(UnitId unit, String order, String meaning, List<Judged> criteria) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("unit", unit.toString());
        node.put("order", order);
        node.put("meaning", meaning);
        var list = node.putArray("criteria");
        for (var c : criteria) {
            var line = list.addObject().put("id", c.id()).put("state", c.state());
            var facts = line.putArray("facts");
            c.facts().forEach(facts::add);
        }
        return Sha256.hex(TAG, CanonicalJson.of(node));
    }

    /// Whether the signature of an entry, if it bears one, is over what stands in its body. An
    /// entry without an order or without criteria has nothing to compare with.
    public static boolean holds(Entry entry) {
        var signature = entry.envelope().signature();
        if (signature.isEmpty()) return true;
        var body = JsonMapper.shared().readTree(entry.line()).path("body");
        if (!body.has("order") || !body.has("criteria")) return true;
        var seen = JsonNodeFactory.instance.objectNode();
        for (var name : List.of("unit", "order", "criteria")) seen.set(name, body.get(name));
        seen.put("meaning", signature.get().meaning());
        return Sha256.hex(TAG, CanonicalJson.of(seen)).equals(signature.get().digest());
    }
}
