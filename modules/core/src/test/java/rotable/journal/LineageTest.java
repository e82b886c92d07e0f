// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineageTest {
    /// Benches compare their states as text, and a map of the JDK's own has another order in each
    /// process.
    @Test
    void the_epochs_before_it_stand_in_one_order() {
        var lineage = Lineage.first("g");
        for (var epoch : List.of("c", "f", "a", "e", "b", "d")) lineage = lineage.next(epoch, 7);
        assertEquals(List.of("a", "b", "c", "e", "f", "g"), List.copyOf(lineage.before().keySet()));
    }
}
