// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.ArrayList;
import java.util.List;
import rotable.label.LabelError;
import rotable.label.Rules;

/// An application identifier with the data that follows it on a label.
///
/// @param at where the identifier begins, in characters
public record Element(ApplicationIdentifier identifier, String value, int at) {
    /// Its identifier's digits.
    public String ai() {
        return identifier.ai();
    }

    /// Whether its data keep the identifier's rules.
    public boolean sound() {
        return errors(0).isEmpty();
    }

    /// What is wrong with the data: its length, a character, or the content of a component.
    ///
    /// @param dataAt where the data begins, in characters
    List<LabelError> errors(int dataAt) {
        if (value.isEmpty()) return List.of(Rules.broken("ai-empty", dataAt, ai()));
        int most = identifier.most();
        if (value.length() > most)
            return List.of(Rules.broken("ai-too-long", dataAt + most, ai(), most));
        var errors = new ArrayList<LabelError>();
        int from = 0;
        for (var component : identifier.components()) {
            int length = Math.min(component.most(), value.length() - from);
            if (length == 0 && component.optional()) continue;
            if (length < component.least()) {
                errors.add(Rules.broken("ai-too-short", dataAt, ai(), identifier.least()));
                return errors;
            }
            check(component, from, from + length, dataAt, errors);
            from += length;
        }
        return errors;
    }

    private void check(Component component, int from, int to, int dataAt, List<LabelError> errors) {
        var part = value.substring(from, to);
        int outside = component.characters().firstOutside(part);
        if (outside >= 0) {
            var letter = part.substring(outside, outside + 1);
            errors.add(Rules.broken("ai-character", dataAt + from + outside, ai(), letter));
            return;
        }
        for (var linter : component.linters()) {
            int wrong = linter.firstWrong(part);
            if (wrong < 0) continue;
            errors.add(Rules.broken(linter.code(), dataAt + from + wrong, ai(), part));
            return;
        }
    }
}
