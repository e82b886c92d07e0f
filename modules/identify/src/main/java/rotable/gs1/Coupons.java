// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

/// Checks of the two North American coupon codes (GS1 US, "North American Coupon Application
/// Guideline" and "AI (8112) Coupon Data Specification"). A depot has no use for coupons, but a
/// label that carries one is read whole or not at all.
final class Coupons {
    private final String text;
    private int at;
    private boolean wrong;

    private Coupons(String text) {
        this.text = text;
    }

    /// Where the text is wrong as data of identifier 8110, or -1.
    static int code(String text) {
        int letter = CharacterSet.N.firstOutside(text);
        if (letter >= 0) return letter;
        var c = new Coupons(text);
        c.sized("0123456", 6);
        c.take(6);
        c.sized("12345", 0);
        c.purchase();
        c.options();
        return c.end();
    }

    /// Where the text is wrong as data of identifier 8112, or -1.
    static int positiveOffer(String text) {
        int letter = CharacterSet.N.firstOutside(text);
        if (letter >= 0) return letter;
        var c = new Coupons(text);
        c.oneOf("01");
        c.sized("0123456", 6);
        c.take(6);
        c.sized("0123456789", 6);
        return c.end();
    }

    /// The optional fields stand in the order of the digits that announce them.
    private void options() {
        if (announced('1')) {
            oneOf("0123");
            purchase();
            optionalPrefix();
        }
        if (announced('2')) {
            purchase();
            optionalPrefix();
        }
        dates();
        if (announced('5')) sized("0123456789", 6);
        if (announced('6')) sized("1234567", 6);
        if (announced('9')) {
            oneOf("01256");
            oneOf("012");
            take(1);
            oneOf("01");
        }
    }

    private void dates() {
        var expires = announced('3') ? date() : "999999";
        var starts = announced('4') ? date() : "000000";
        if (!wrong && starts.compareTo(expires) > 0) wrong = true;
    }

    private String date() {
        int from = at;
        take(6);
        if (wrong) return "";
        var date = text.substring(from, at);
        if (Dates.day(date, 6, false) >= 0) fail(from);
        return date;
    }

    /// A requirement with its length before it, what it counts, and the family of goods.
    private void purchase() {
        sized("12345", 0);
        oneOf("012349");
        take(3);
    }

    /// The company prefix of another maker; 9 says that it is the first one's.
    private void optionalPrefix() {
        if (!announced('9')) sized("0123456", 6);
    }

    private boolean announced(char digit) {
        if (wrong || at >= text.length() || text.charAt(at) != digit) return false;
        at++;
        return true;
    }

    /// A digit that gives the length of what follows, less what is added.
    private void sized(String lengths, int added) {
        int from = at;
        oneOf(lengths);
        if (!wrong) take(text.charAt(from) - '0' + added);
    }

    private void oneOf(String digits) {
        if (wrong) return;
        if (at >= text.length() || digits.indexOf(text.charAt(at)) < 0) wrong = true;
        else at++;
    }

    private void take(int count) {
        if (wrong) return;
        if (at + count > text.length()) wrong = true;
        else at += count;
    }

    private void fail(int where) {
        at = where;
        wrong = true;
    }

    private int end() {
        if (wrong) return Math.min(at, Math.max(text.length() - 1, 0));
        return at == text.length() ? -1 : at;
    }
}
