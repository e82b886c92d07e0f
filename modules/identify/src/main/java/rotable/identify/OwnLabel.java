// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rotable.gs1.ElementString;
import rotable.identity.OwnId;
import rotable.identity.OwnId.Kind;
import rotable.reference.Reference;

/// A return-to-service label of the depot whose separators were lost on the way. Its release number
/// with the check character, the hash of fixed length and a part that is known leave one way to put
/// them back; where they leave two, nothing is put back.
final class OwnLabel {
    private static final char GS = ElementString.GS;
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<before>(?:\\]C1|\\]d2|\\]Q3)?(?:01\\d{14})?21)(?<item>.+)"
                            + "91(?<release>%s(?:-[2-9A-Z]{1,8}){2,3}-[2-9A-Z])92(?<hash>[0-9a-f]{16})"
                                    .formatted(Kind.RELEASE.prefix()));

    private OwnLabel() {}

    /// The label with its separators.
    static Optional<String> separated(String text, Reference reference) {
        var label = FORM.matcher(text);
        if (text.indexOf(GS) >= 0 || !label.matches()) return Optional.empty();
        if (!OwnId.valid(Kind.RELEASE, label.group("release"))) return Optional.empty();
        var item = label.group("item");
        var found = new ArrayList<String>();
        for (int at = item.indexOf("240", 1); at > 0; at = item.indexOf("240", at + 1))
            if (!reference.partsNumbered(item.substring(at + 3)).isEmpty())
                found.add(item.substring(0, at) + GS + item.substring(at));
        return found.size() == 1 ? Optional.of(joined(label, found.getFirst())) : Optional.empty();
    }

    private static String joined(Matcher label, String item) {
        return label.group("before")
                + item
                + GS
                + "91"
                + label.group("release")
                + GS
                + "92"
                + label.group("hash");
    }
}
