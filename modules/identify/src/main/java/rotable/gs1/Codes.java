// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The code lists that identifiers refer to, from `codes.txt`.
final class Codes {
    private static final Map<String, Set<String>> LISTS = read();

    private Codes() {}

    /// Whether a list holds that code.
    ///
    /// @param list `country`, `country-letters`, `currency` or `package`
    static boolean known(String list, String code) {
        return LISTS.getOrDefault(list, Set.of()).contains(code);
    }

    private static Map<String, Set<String>> read() {
        var lists = new HashMap<String, Set<String>>();
        List<String> open = new ArrayList<>();
        for (var line : ApplicationIdentifiers.lines("codes.txt")) {
            if (line.startsWith("[")) open.add(line.substring(1, line.length() - 1));
            else
                lists.computeIfAbsent(open.getLast(), l -> new HashSet<>())
                        .addAll(List.of(line.split(" ")));
        }
        return lists;
    }
}
