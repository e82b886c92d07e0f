// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.List;
import java.util.Optional;
import rotable.label.LabelError;

/// What was read of a GS1 label: its elements in order, and what is wrong with them.
///
/// @param errors empty when all of it was read and keeps each identifier's rules
public record Elements(List<Element> elements, List<LabelError> errors) {
    public Elements {
        elements = List.copyOf(elements);
        errors = List.copyOf(errors);
    }

    static Elements wrong(LabelError error) {
        return new Elements(List.of(), List.of(error));
    }

    public boolean sound() {
        return errors.isEmpty();
    }

    /// The data of the first element with that identifier.
    public Optional<String> value(String ai) {
        for (var e : elements) if (e.ai().equals(ai)) return Optional.of(e.value());
        return Optional.empty();
    }

    /// The same elements with more errors.
    Elements and(List<LabelError> more) {
        var all = new java.util.ArrayList<>(errors);
        all.addAll(more);
        return new Elements(elements, all);
    }
}
