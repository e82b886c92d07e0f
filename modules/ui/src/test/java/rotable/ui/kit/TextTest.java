// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void the_window_has_every_word_it_names_and_names_every_word_it_has() {
        var named =
                Arrays.stream(Text.values())
                        .map(Text::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        var bundle = ResourceBundle.getBundle("rotable.ui.ui", Locale.ROOT);
        assertEquals(named, new TreeSet<>(bundle.keySet()));
    }
}
