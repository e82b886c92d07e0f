// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

import java.util.Optional;

/// An id that a bench makes by itself, such as `RO-KA-2KMX4-T`: a kind, the bench's code, a number
/// and a check character. Two benches never make the same one, because codes are unique in a depot
/// and the number is the sequence number of the entry that the id was made for.
public final class OwnId {
    private OwnId() {}

    /// What such ids name.
    public enum Kind {
        ORDER("RO"),
        RELEASE("RL"),
        HOLD("HD"),
        BADGE("BG"),
        /// What tells two units apart that bear one identity.
        TAG("TG"),
        LOCATION("LC");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /// The letters before the first dash.
        public String prefix() {
            return prefix;
        }
    }

    /// The id for the entry with this sequence number (1 or more) of the bench's epoch (1 or more).
    /// From the second epoch on its ordinal follows the bench's code, since sequence numbers start
    /// anew with each epoch.
    public static String make(Kind kind, String benchCode, int epoch, long seq) {
        var place = epoch == 1 ? benchCode : benchCode + "-" + base30(epoch, 1);
        var body = kind.prefix + "-" + place + "-" + base30(seq, 4);
        return body + "-" + CheckCharacter.ofOwnId(body.substring(kind.prefix.length()));
    }

    /// Whether the text is an own id of this kind with the right check character.
    public static boolean valid(Kind kind, String text) {
        var head = kind.prefix + "-";
        int dash = text.lastIndexOf('-');
        if (!text.startsWith(head) || dash <= head.length() || dash != text.length() - 2)
            return false;
        var body = text.substring(head.length(), dash);
        return body.chars().allMatch(c -> c == '-' || CheckCharacter.OWN.indexOf(c) >= 0)
                && CheckCharacter.ofOwnId(body) == text.charAt(text.length() - 1);
    }

    /// The id with the check character that belongs to it.
    ///
    /// @param text an id of this kind with a wrong check character or without any
    public static Optional<String> corrected(Kind kind, String text) {
        int dash = text.lastIndexOf('-');
        var checked = dash > kind.prefix.length() && dash == text.length() - 2;
        var body = checked ? text.substring(0, dash) : text;
        if (!body.matches(kind.prefix + "(-[" + CheckCharacter.OWN + "]+)+"))
            return Optional.empty();
        var over = body.substring(kind.prefix.length() + 1);
        return Optional.of(body + "-" + CheckCharacter.ofOwnId(over));
    }

    private static String base30(long number, int width) {
        var text = new StringBuilder();
        for (long n = number; n > 0; n /= 30)
            text.insert(0, CheckCharacter.OWN.charAt((int) (n % 30)));
        while (text.length() < width) text.insert(0, CheckCharacter.OWN.charAt(0));
        return text.toString();
    }
}
