// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import rotable.identity.AssetId;
import rotable.identity.CheckCharacter;
import rotable.identity.OwnId;
import rotable.identity.OwnId.Kind;
import rotable.reference.Reference;
import rotable.scan.Frame;
import rotable.scan.Scan;
import rotable.scan.Scan.Why;

/// Says what a frame means, in the order of meaning: command card, badge, the depot's own tags,
/// GS1, ISO 15434, a serial by its part's rule, a part. Pure.
public final class Identifier {
    private static final Set<String> GS1_SYMBOLS = Set.of("]C1", "]d2", "]Q3", "]e0");
    private static final Pattern AIM = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");
    private static final Pattern CARD = Pattern.compile("RT:([A-Z0-9]+)(?::([A-Z0-9.-]+))?");

    private Identifier() {}

    /// What the frame means to a depot with that reference data.
    public static Scan identify(Frame frame, Reference reference) {
        if (frame.length() > Frame.MAX_BYTES)
            return new Scan.Unreadable(new Why.TooLong(frame.length()));
        var text = frame.text();
        var aim = AIM.matcher(text);
        var symbol = aim.find() ? aim.group() : "";
        var data = text.substring(symbol.length());
        var wrong = wrong(data);
        if (wrong.isPresent()) return new Scan.Unreadable(wrong.get());
        if (data.startsWith("[)>")) return MessageEnvelope.read(data, reference);
        if (GS1_SYMBOLS.contains(symbol)) return gs1(data, reference);
        return plain(data.strip(), reference);
    }

    private static Optional<Why> wrong(String data) {
        if (data.isBlank()) return Optional.of(new Why.Empty());
        if (data.indexOf('\uFFFD') >= 0) return Optional.of(new Why.NotText());
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            var separator = c == 0x1D || c == 0x1E || c == 0x04;
            if ((c < 0x20 && !separator) || c == 0x7F)
                return Optional.of(new Why.ControlCharacters(i));
        }
        return Optional.empty();
    }

    private static Scan gs1(String data, Reference reference) {
        return switch (ElementString.parse(data)) {
            case ElementString.Parsed.Bad b -> new Scan.Unreadable(b.why());
            case ElementString.Parsed.Elements e -> Items.ofGs1(e.values(), reference);
        };
    }

    private static Scan plain(String data, Reference reference) {
        for (int i = 0; i < data.length(); i++)
            if (data.charAt(i) < 0x20) return new Scan.Unreadable(new Why.ControlCharacters(i));
        if (data.startsWith("RT:")) return card(data);
        return own(data)
                .or(() -> asset(data, reference))
                .or(() -> Items.bySerialRule(data, reference))
                .or(() -> part(data, reference))
                .orElseGet(() -> new Scan.Plain(data));
    }

    /// A card ends in `-` and the check character of all before it.
    private static Scan card(String data) {
        int dash = data.length() - 2;
        var body = data.substring(0, Math.max(dash, 0));
        var match = CARD.matcher(body);
        var sound =
                data.charAt(Math.max(dash, 0)) == '-'
                        && match.matches()
                        && CheckCharacter.ofCard(body) == data.charAt(data.length() - 1);
        if (!sound) return new Scan.Unreadable(new Why.CardDamaged(data));
        return new Scan.Command(match.group(1), Optional.ofNullable(match.group(2)));
    }

    /// The text of a command card for a verb, or a verb and its argument such as `F:NO-OUTPUT`.
    public static String cardText(String command) {
        var body = "RT:" + command;
        return body + "-" + CheckCharacter.ofCard(body);
    }

    private static Optional<Scan> own(String data) {
        for (var kind : Kind.values()) {
            if (!data.startsWith(kind.prefix() + "-")) continue;
            // A supplier's serial may begin alike; only the whole form is ours.
            if (!data.matches(kind.prefix() + "(-[2-9A-Z]{1,8}){2,3}-[2-9A-Z]")) continue;
            if (!OwnId.valid(kind, data))
                return Optional.of(new Scan.Unreadable(new Why.OwnIdDamaged(data)));
            return Optional.of(
                    switch (kind) {
                        case BADGE -> new Scan.Badge(data);
                        case LOCATION -> new Scan.Location(data);
                        case ORDER, RELEASE, HOLD -> new Scan.OwnNumber(data);
                    });
        }
        return Optional.empty();
    }

    private static Optional<Scan> asset(String data, Reference reference) {
        if (data.length() > 30) return Optional.empty();
        var id = new AssetId(data);
        return reference.equipment(id).map(e -> new Scan.Asset(id));
    }

    private static Optional<Scan> part(String data, Reference reference) {
        var parts = reference.partsNumbered(data);
        return parts.size() == 1
                ? Optional.of(new Scan.PartOnly(parts.getFirst().id()))
                : Optional.empty();
    }
}
