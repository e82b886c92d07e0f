// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.Locale;

/// Whether this machine can show a window.
final class Display {
    private Display() {}

    static boolean present() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win") || os.contains("mac")) return true;
        return set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    private static boolean set(String name) {
        var value = System.getenv(name);
        return value != null && !value.isBlank();
    }
}
