// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

/// The centre could not be reached, or refused.
public final class CentralProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /// What failed, as far as it makes a difference to what comes next.
    public enum Kind {
        /// No line to it, or it did not answer in time: tried again later.
        UNREACHABLE,
        /// It does not know the bench, or no longer: trying again does not help.
        REFUSED,
        /// It has other entries under this bench's numbers: trying again does not help.
        FORKED,
        /// It was restored and is being filled up again; nothing new is placed until that is ended.
        REFILLING,
        /// It found fault with what was sent: trying again does not help.
        FAULTY,
        /// It answers and fails.
        OTHER
    }

    public CentralProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public CentralProblem(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether trying again later may help.
    public boolean passing() {
        return kind != Kind.REFUSED && kind != Kind.FORKED && kind != Kind.FAULTY;
    }
}
