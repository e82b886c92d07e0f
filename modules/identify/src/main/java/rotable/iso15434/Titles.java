// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.iso15434;

import java.util.Locale;
import java.util.ResourceBundle;

/// Short titles of data identifiers and text elements.
final class Titles {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("rotable.iso15434.identifiers", Locale.ROOT);

    private Titles() {}

    /// The title; empty for an identifier that is not listed.
    static String of(String id) {
        return known(id) ? BUNDLE.getString(id) : "";
    }

    static boolean known(String id) {
        return BUNDLE.containsKey(id);
    }
}
