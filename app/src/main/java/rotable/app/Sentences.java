// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import rotable.exchange.CentralProblem;
import rotable.record.RecordProblem;

/// What a failing record means to whoever started the program.
final class Sentences {
    private Sentences() {}

    static String of(CentralProblem problem) {
        var why = String.valueOf(problem.getMessage()).replaceFirst("\\.$", "");
        return switch (problem.kind()) {
            case UNREACHABLE -> "The centre can't be reached: " + why + ".";
            case REFUSED -> "The centre refuses: " + why + ".";
            case FORKED -> "The centre and this bench do not agree: " + why + ".";
            case REFILLING ->
                    "The centre is being filled up again after it was restored. It has all that this"
                            + " bench can give it; new entries wait here until that is ended.";
            case FAULTY -> "The centre finds fault with what was sent: " + why + ".";
            case OTHER -> "The centre failed: " + why + ".";
        };
    }

    /// A file that can't be read or written.
    static String of(IOException problem) {
        var why = String.valueOf(problem.getMessage());
        return switch (problem) {
            case NoSuchFileException p -> why + " is not there. Look at the path again.";
            case FileNotFoundException p -> why + ". Look at the path again.";
            case AccessDeniedException p -> why + " may not be read or written by this account.";
            default -> "A file can't be read or written: " + why + ".";
        };
    }

    // One sentence a kind, and so longer than most.
    static String of(RecordProblem problem) {
        return switch (problem.kind()) {
            case NONE ->
                    "There is no record in "
                            + problem.getMessage()
                            + ". Name the bench's data folder with --data.";
            case IN_USE ->
                    "Rotable is already open on this data folder. Close it there, or name another"
                            + " folder with --data.";
            case READ_ONLY ->
                    "The data folder can't be written ("
                            + problem.getMessage()
                            + "). Give this account the right to write it, or name another folder"
                            + " with --data.";
            case DISK_FULL ->
                    "The disk is full ("
                            + problem.getMessage()
                            + "); nothing more is recorded. Free some space and start again.";
            case UNWITNESSED ->
                    "The mirror file can't be written ("
                            + problem.getMessage()
                            + "). Free some space and start again.";
            case DAMAGED ->
                    "The database is damaged ("
                            + problem.getMessage()
                            + "). Nothing is written any more. Keep a copy of the data folder, then"
                            + " put its folder db aside and start again: the mirror brings the"
                            + " record back.";
            case NOT_ITS_OWN ->
                    "This data folder is another bench's. Name it with "
                            + problem.getMessage()
                            + ", or another folder with --data.";
            case OTHER_MIRROR ->
                    "The mirror in this data folder is of another record than the database. Put the"
                            + " one that does not belong here aside: the folder mirror, or the"
                            + " folder db.";
            case ONLY_MIRROR ->
                    "The database is not in "
                            + problem.getMessage()
                            + ", but its mirror is. Start the bench, which brings the record back"
                            + " from it.";
            case AWAITING ->
                    "What this bench recorded before is still coming in. Let 'rotable sync' end.";
            case OTHER ->
                    "The record could not be opened: "
                            + problem.getMessage()
                            + ". Tell an administrator.";
        };
    }
}
