// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.util.List;
import java.util.Optional;
import rotable.fact.Fact;
import rotable.journal.Signature;

/// The answer to an intent: facts that take effect together, or every objection.
public sealed interface Decision {
    record Accepted(List<Fact> facts, Optional<Signature> signature) implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    record Refused(List<Refusal> refusals) implements Decision {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /// Accepted without a signature.
    static Decision accept(Fact... facts) {
        return new Accepted(List.of(facts), Optional.empty());
    }

    /// Refused for these reasons.
    static Decision refuse(Refusal... refusals) {
        return new Refused(List.of(refusals));
    }
}
