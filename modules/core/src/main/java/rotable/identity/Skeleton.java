// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// What is left of a serial when characters that people take for each other are made one: 0 O Q, 1
/// I L, 8 B, 5 S, 2 Z, upper and lower case. Serials with the same skeleton look alike on a worn
/// label.
public final class Skeleton {
    private static final String FROM = "OQILBSZ";
    private static final String TO = "0011852";

    private Skeleton() {}

    /// The skeleton of a serial.
    public static String of(String serial) {
        var bones = new StringBuilder(AsciiCase.upper(serial));
        for (int i = 0; i < bones.length(); i++) {
            int known = FROM.indexOf(bones.charAt(i));
            if (known >= 0) bones.setCharAt(i, TO.charAt(known));
        }
        return bones.toString();
    }
}
