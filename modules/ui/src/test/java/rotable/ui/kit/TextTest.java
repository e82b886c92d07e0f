// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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

    @Test
    void no_word_is_left_that_no_window_shows() throws IOException {
        var said = new HashSet<String>();
        for (var file : sources())
            if (!file.endsWith("Text.java"))
                said.addAll(List.of(Files.readString(file).split("[^A-Z0-9_]+", -1)));
        var left = Arrays.stream(Text.values()).map(Text::name).filter(t -> !said.contains(t));
        assertEquals(List.of(), left.toList());
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
