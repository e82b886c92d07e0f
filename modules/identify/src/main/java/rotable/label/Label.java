// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

import java.util.List;

/// What a payload says: one thing for certain, one of several, or nothing that can be trusted. The
/// payload stays with it as evidence.
public sealed interface Label {
    /// The bytes it was read from.
    Payload payload();

    /// Every reading the payload allows, the likeliest first; none when it can't be read.
    List<Reading> readings();

    /// The rules it breaks; empty when it is read for certain.
    List<LabelError> errors();

    /// It says this and can say nothing else.
    record Certain(Payload payload, Reading reading) implements Label {
        @Override
        public List<Reading> readings() {
            return List.of(reading);
        }

        @Override
        public List<LabelError> errors() {
            return List.of();
        }
    }

    /// It says one of these; only a person with the label before their eyes can tell which.
    ///
    /// @param errors what makes it ambiguous
    record Ambiguous(Payload payload, List<Reading> readings, List<LabelError> errors)
            implements Label {
        public Ambiguous {
            readings = List.copyOf(readings);
            errors = List.copyOf(errors);
        }
    }

    /// Nothing it says can be trusted.
    ///
    /// @param scheme the format it comes nearest to
    /// @param errors why, in the order of the text; empty only for a symbol that holds no data
    record Unreadable(Payload payload, Scheme scheme, List<LabelError> errors) implements Label {
        public Unreadable {
            errors = List.copyOf(errors);
        }

        @Override
        public List<Reading> readings() {
            return List.of();
        }
    }
}
