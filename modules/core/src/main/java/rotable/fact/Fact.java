// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;

/// Something that happened, as the journal records it: past tense, complete in itself, and never
/// changed afterwards. Its components are the entry's body, so their names stay as they landed.
public sealed interface Fact permits UnitFact, BenchFact, ReferenceFact, Fact.Unknown {
    /// The units, people and other things it is about.
    List<Subject> subjects();

    /// A fact of a type that a newer Rotable wrote: kept and passed on whole.
    ///
    /// @param body the body's canonical JSON
    record Unknown(String type, int typeVersion, List<Subject> subjects, String body)
            implements Fact {
        public Unknown {
            subjects = List.copyOf(subjects);
        }
    }
}
