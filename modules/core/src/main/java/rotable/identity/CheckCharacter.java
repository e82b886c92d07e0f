// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// The check characters at the end of the depot's own ids and command cards: ISO 7064's hybrid
/// method, over the 30 characters of own ids (MOD 31,30) or over digits and letters (MOD 37,36).
public final class CheckCharacter {
    /// The 30 characters of the depot's own ids: none that is read as another.
    public static final String OWN = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private CheckCharacter() {}

    /// The check character of an own id; characters outside the alphabet, such as `-`, don't count.
    public static char ofOwnId(String body) {
        return hybrid(body, OWN);
    }

    /// The check character of a command card's text; only digits and letters count.
    public static char ofCard(String body) {
        return hybrid(body, ALNUM);
    }

    /// ISO/IEC 7064:2003, hybrid systems: with N characters, P = N at the start; for each character
    /// of value a, S = (P + a) mod N, or N where that is 0, and P = 2S mod (N + 1); the check
    /// character c makes (P + c) mod N = 1.
    private static char hybrid(String body, String alphabet) {
        int n = alphabet.length();
        int p = n;
        for (int i = 0; i < body.length(); i++) {
            int a = alphabet.indexOf(body.charAt(i));
            if (a < 0) continue;
            int s = (p + a) % n;
            p = 2 * (s == 0 ? n : s) % (n + 1);
        }
        return alphabet.charAt((n + 1 - p) % n);
    }
}
