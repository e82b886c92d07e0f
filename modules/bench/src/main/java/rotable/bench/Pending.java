// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rotable.decision.Intent;
import rotable.identity.AssetId;
import rotable.part.Step;
import rotable.people.Person;
import rotable.people.Role;

/// What the bench waits for before it can go on. Nothing in here is recorded yet.
public sealed interface Pending {
    /// What is pending again when this is settled or called off: a question about a label leaves
    /// alone what the label was scanned into.
    default Pending before() {
        return new Nothing();
    }

    /// What is asked for beside a label that is to be scanned again.
    default Pending beside() {
        return this instanceof Again a ? a.before() : this;
    }

    /// Whether this is a question that only an answer to it, or another label, can follow.
    default boolean asks() {
        return this instanceof Choices || this instanceof TypeAgain;
    }

    record Nothing() implements Pending {}

    /// A signature: the badge of somebody with the role, then the PIN.
    record Signature(Intent.Signable intent, Role role, Optional<Person> signer)
            implements Pending {}

    /// A reason, by card or typed.
    ///
    /// @param next what the reason makes of the pending act
    record Reason(Word.Why what, Function<String, Intent> next) implements Pending {}

    /// The equipment for a test.
    record Equipment(String test, String kind) implements Pending {}

    /// The tool for a line of the checklist, already scanned.
    record Tool(AssetId asset, Step step) implements Pending {}

    /// The badge of somebody whose PIN is locked.
    record LockedBadge() implements Pending {}

    /// One of several ways on, by number.
    ///
    /// @param enter whether an empty Enter takes the first
    record Choices(List<Option> options, boolean enter, Pending before) implements Pending {
        public Choices {
            options = List.copyOf(options);
        }
    }

    /// The second typing of a new serial.
    ///
    /// @param text what was typed first
    /// @param mark what that was taken for, which may be typed as well
    record TypeAgain(String text, String mark, Prompts.Step next, Pending before)
            implements Pending {}

    /// A second scan of the same label, or RT:CONFIRM, within five seconds.
    ///
    /// @param asked when it was asked for, in the clock's milliseconds
    record Again(Record word, Runnable act, String scanned, long asked, Pending before)
            implements Pending {}

    /// A way on.
    record Option(Record text, Runnable act) {}
}
