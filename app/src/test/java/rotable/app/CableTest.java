// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.sync.CentralAddress;

/// A bench whose cable is pulled works on, and is in step by itself once it is plugged in again.
class CableTest {
    @TempDir Path folder;

    @Test
    void a_bench_works_on_without_its_cable() throws Exception {
        try (var centre = new Centre();
                var bench = Terminal.open(folder.resolve("B1"), "B1")) {
            var address = centre.admit(bench.record);
            try (var cable = new Cable(port(address))) {
                var url = address.url().replace(":" + port(address), ":" + cable.port());
                bench.centre(new CentralAddress(url, address.role()));
                assertEquals("done", Terminal.outcome(bench.last("!sync")));
                assertFalse(cable.toggle());
                var off = bench.last("!sync");
                assertEquals("offline", off.get("sync").get("state").stringValue());
                bench.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE");
                assertTrue(bench.record.waiting() > 0);
                assertTrue(cable.toggle());
                assertEquals("done", Terminal.outcome(bench.last("!sync")));
                assertEquals(0, bench.record.waiting());
            }
        }
    }

    private static int port(CentralAddress address) {
        return Integer.parseInt(address.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }
}
