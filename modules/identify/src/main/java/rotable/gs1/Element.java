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

    /// A rule that the data break; its sentence is made when somebody asks for it.
    private record Fault(String rule, int at, List<Object> arguments) {
        private Fault(String rule, int at, Object... arguments) {
            this(rule, at, List.of(arguments));
        }
    }

    /// Whether its data keep the identifier's rules.
    public boolean sound() {
        return faults().isEmpty();
    }

    /// What is wrong with the data: its length, a character, or the content of a component.
    ///
    /// @param dataAt where the data begins, in characters
    List<LabelError> errors(int dataAt) {
        return faults().stream()
                .map(f -> Rules.broken(f.rule(), dataAt + f.at(), f.arguments().toArray()))
                .toList();
    }

    private List<Fault> faults() {
        if (value.isEmpty()) return List.of(new Fault("ai-empty", 0, ai()));
        int most = identifier.most();
        if (value.length() > most) return List.of(new Fault("ai-too-long", most, ai(), most));
        var faults = new ArrayList<Fault>();
        int from = 0;
        for (var component : identifier.components()) {
            int length = Math.min(component.most(), value.length() - from);
            if (length == 0 && component.optional()) continue;
            if (length < component.least()) {
                faults.add(new Fault("ai-too-short", 0, ai(), identifier.least()));
                return faults;
            }
            check(component, from, from + length, faults);
            from += length;
        }
        return faults;
    }

    private void check(Component component, int from, int to, List<Fault> faults) {
        var part = value.substring(from, to);
        int outside = component.characters().firstOutside(part);
        if (outside >= 0) {
            var letter = part.substring(outside, outside + 1);
            faults.add(new Fault("ai-character", from + outside, ai(), letter));
            return;
        }
        for (var linter : component.linters()) {
            int wrong = linter.firstWrong(part);
            if (wrong < 0) continue;
            faults.add(new Fault(linter.code(), from + wrong, ai(), part));
            return;
        }
    }
}
