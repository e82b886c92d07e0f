// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scanner;

/// What a scanner ends a message with, as it is set up.
public enum MessageEnd {
    /// CR, LF, CR LF, Tab or ETX: whichever comes.
    ANY("\r\n\t\u0003"),
    CR("\r"),
    LF("\n"),
    CRLF("\r\n"),
    TAB("\t"),
    ETX("\u0003"),
    /// Nothing; the pause behind a message is all that tells.
    NONE("");

    private final String ends;

    MessageEnd(String ends) {
        this.ends = ends;
    }

    /// Whether a byte ends a message.
    boolean is(int b) {
        return ends.indexOf(b) >= 0;
    }
}
