// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Instant;
import java.util.List;
import rotable.journal.Entry;

/// What the bench says to one scan, command or value.
///
/// @param n counts the answers of this run from 1
/// @param entries what was recorded since the answer before
/// @param text what happened, as a value that the messages turn into a sentence
public record Answer(
        long n,
        Instant at,
        Outcome outcome,
        Record text,
        List<Reason> reasons,
        List<Choice> choices,
        List<Entry> entries) {
    public Answer {
        reasons = List.copyOf(reasons);
        choices = List.copyOf(choices);
        entries = List.copyOf(entries);
    }

    /// As it is given: numbered, with all that was recorded since the last one.
    Answer given(long number, List<Entry> recorded) {
        return new Answer(number, at, outcome, text, reasons, choices, recorded);
    }

    /// How it went.
    public enum Outcome {
        DONE,
        ALREADY,
        REFUSED,
        ATTENTION,
        ASK,
        PROBLEM,
        UNREADABLE
    }

    /// One objection: a criterion's id or the objection's own name, and what it says.
    public record Reason(String code, Record said) {}

    /// One way on, by number.
    public record Choice(String key, Record text) {}
}
