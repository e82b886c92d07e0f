// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.record;

/// The record could not be written or read: the disk, the database or the data folder failed.
public final class RecordProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /// What failed, as far as people can do something about it.
    public enum Kind {
        /// There is no record in the data folder.
        NONE,
        /// Another Rotable works on the same data folder.
        IN_USE,
        /// The data folder can't be written.
        READ_ONLY,
        DISK_FULL,
        /// The entries are in the database, but not in its mirror; nothing more is written.
        UNWITNESSED,
        /// The database says that it is damaged; nothing more is written.
        DAMAGED,
        /// This computer takes the place of another: first it must know what that one recorded.
        AWAITING,
        /// The data folder is that of another bench or depot.
        NOT_ITS_OWN,
        /// The mirror in the data folder is of another record than the database.
        OTHER_MIRROR,
        /// The database is not in the data folder, but its mirror is.
        ONLY_MIRROR,
        OTHER
    }

    public RecordProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public RecordProblem(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
