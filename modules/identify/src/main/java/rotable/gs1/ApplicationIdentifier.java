// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.List;
import java.util.Optional;

/// A GS1 application identifier and what the standard says of it.
///
/// @param ai its two to four digits
/// @param fixed whether no separator is due after its data
/// @param attribute whether it may stand in the query of a Digital Link
/// @param needs of each of these groups, one alternative must stand on the item too; each
///   alternative names all that it takes, `n` for any digit
/// @param excludes what may not stand on the item with it, `n` for any digit
/// @param qualifiers where it is the primary key of a Digital Link: the sequences of qualifiers
///   that may follow it
/// @param title the data title of the General Specifications, figure 3.2-1
public record ApplicationIdentifier(
        String ai,
        List<Component> components,
        boolean fixed,
        boolean attribute,
        List<List<String>> needs,
        List<String> excludes,
        Optional<List<List<String>>> qualifiers,
        String title) {
    public ApplicationIdentifier {
        components = List.copyOf(components);
        needs = List.copyOf(needs);
        excludes = List.copyOf(excludes);
    }

    /// The least length of its data, in characters.
    public int least() {
        int sum = 0;
        for (var c : components) if (!c.optional()) sum += c.least();
        return sum;
    }

    /// The greatest length of its data, in characters.
    public int most() {
        int sum = 0;
        for (var c : components) sum += c.most();
        return sum;
    }

    /// Whether a component of its data is checked so.
    public boolean checkedBy(Linter linter) {
        return components.stream().anyMatch(c -> c.linters().contains(linter));
    }
}
