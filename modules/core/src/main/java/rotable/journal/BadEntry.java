// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

/// A line that is no entry: its message says what is wrong with it.
public final class BadEntry extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadEntry(String message) {
        super(message);
    }

    public BadEntry(String message, Throwable cause) {
        super(message, cause);
    }
}
