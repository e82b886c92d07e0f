// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.List;
import rotable.fact.Judged;
import rotable.journal.Stamp;

/// One line of the gate: a criterion, where it stands, what decided it.
///
/// @param facts hashes of the entries that decided it
public record Line(String id, Weight weight, State state, Finding finding, List<String> facts) {
    public Line {
        facts = List.copyOf(facts);
    }

    /// Whether a criterion can be overridden.
    public enum Weight {
        HARD,
        SOFT
    }

    /// Where a criterion stands.
    public enum State {
        HOLDS("holds"),
        FAILS("fails"),
        WAITS("waits"),
        OVERRIDDEN("overridden"),
        NOT_APPLICABLE("n/a");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /// The word for it in the record and in the console's JSON.
        public String text() {
            return text;
        }
    }

    /// Whether it stands in the way of a release.
    public boolean blocks() {
        return state == State.FAILS || state == State.WAITS;
    }

    /// What is to be done first has the lowest: what fails, then what is waited for, then the rest.
    public int rank() {
        if (!blocks()) return 2;
        return state == State.FAILS ? 0 : 1;
    }

    /// What a signer's digest says of it.
    public Judged judged() {
        return new Judged(id, state.text(), facts);
    }

    static Answer holds(Finding finding, Stamp... facts) {
        return new Answer(State.HOLDS, finding, hashes(facts));
    }

    static Answer fails(Finding finding, Stamp... facts) {
        return new Answer(State.FAILS, finding, hashes(facts));
    }

    static Answer waits(Finding finding, Stamp... facts) {
        return new Answer(State.WAITS, finding, hashes(facts));
    }

    static Answer notApplicable() {
        return new Answer(State.NOT_APPLICABLE, new Finding.NotRequired(), List.of());
    }

    private static List<String> hashes(Stamp... facts) {
        return java.util.Arrays.stream(facts)
                .map(Stamp::hash)
                .filter(h -> !h.isEmpty())
                .distinct()
                .toList();
    }

    /// A criterion's answer before it is put into a line.
    record Answer(State state, Finding finding, List<String> facts) {}
}
