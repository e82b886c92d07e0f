// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;

/// How a centre is spoken to, by its address.
class CentralAddressTest {
    private static CentralAddress at(String rest) {
        return new CentralAddress("jdbc:postgresql://" + rest, Optional.of("rotable-depot-B1"));
    }

    @Test
    void a_centre_elsewhere_has_to_prove_itself_unless_the_address_says_otherwise()
            throws CentralProblem {
        assertEquals("verify-full", at("centre.example/rotable").settings().getProperty("sslmode"));
        // The address counts: nothing is set beside it.
        assertNull(at("centre.example/r?sslmode=require").settings().getProperty("sslmode"));
        for (var here : List.of("localhost:5432/r", "127.0.0.1/r", "[::1]:5432/r"))
            assertNull(at(here).settings().getProperty("sslmode"), here);
    }

    @Test
    void nothing_is_waited_for_without_an_end() throws CentralProblem {
        var settings = at("localhost/r").settings();
        assertEquals("5", settings.getProperty("connectTimeout"));
        assertEquals("10", settings.getProperty("loginTimeout"));
        assertEquals("30", settings.getProperty("socketTimeout"));
        assertNull(at("localhost/r?socketTimeout=3").settings().getProperty("socketTimeout"));
    }

    @Test
    void a_password_in_the_drivers_file_does_not_stand_in_the_address(@TempDir Path folder)
            throws IOException, CentralProblem {
        var file = Files.writeString(folder.resolve("pgpass"), "centre.example:*:*:ann:sesame\n");
        var before = System.setProperty("org.postgresql.pgpassfile", file.toString());
        try {
            assertNull(at("centre.example/r?user=ann").settings().getProperty("password"));
        } finally {
            if (before == null) System.clearProperty("org.postgresql.pgpassfile");
            else System.setProperty("org.postgresql.pgpassfile", before);
        }
    }

    @Test
    void a_centre_that_says_nothing_is_not_waited_for() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var at = at("localhost:%d/r?socketTimeout=1".formatted(silent.getLocalPort()));
            var problem = assertThrows(CentralProblem.class, at::connect);
            assertEquals(Kind.UNREACHABLE, problem.kind(), problem.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://centre.example/r?password=sesame",
                "jdbc:postgresql://centre.example/r?sslpassword=sesame",
                "postgresql://somebody:sesame@centre.example/r",
                "jdbc:postgresql://somebody:sesame@centre.example/r",
            })
    void a_secret_in_an_address_is_refused_and_not_repeated(String url) {
        var refused =
                assertThrows(
                        CentralProblem.class,
                        () -> new CentralAddress(url, Optional.empty()).connect());
        assertEquals(Kind.REFUSED, refused.kind());
        assertFalse(refused.toString().contains("sesame"), refused.toString());
    }

    @ParameterizedTest
    @CsvSource({"1,1000", "2,2000", "3,4000", "5,16000", "6,30000", "7,30000", "1000,30000"})
    void the_pause_after_a_failure_grows_up_to_half_a_minute(int failures, long longest) {
        assertEquals(longest, Synchroniser.longest(failures));
    }
}
