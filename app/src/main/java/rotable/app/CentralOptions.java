// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import rotable.exchange.CentralProblem;
import rotable.journal.Realm;
import rotable.sync.CentralAddress;
import rotable.sync.CentralKeeper;

/// Which centre an administrator works on.
final class CentralOptions {
    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description =
                    "jdbc:postgresql://HOST:PORT/DATABASE, with the driver's parameters such as"
                            + " sslmode")
    private String url = "";

    @Option(
            names = "--user",
            paramLabel = "ROLE",
            description =
                    "the administrator's role; its password is read from the password file that"
                            + " PostgreSQL's programs use")
    private @Nullable String user;

    @Option(
            names = "--depot",
            paramLabel = "NAME",
            defaultValue = "depot",
            description = "the depot (default: ${DEFAULT-VALUE})")
    String depot = "depot";

    @Option(names = "--rehearsal", description = "a training depot")
    private boolean rehearsal;

    Realm realm() {
        return rehearsal ? Realm.REHEARSAL : Realm.RECORD;
    }

    CentralAddress address() {
        return new CentralAddress(url, Optional.ofNullable(user));
    }

    CentralKeeper open() throws CentralProblem {
        return CentralKeeper.open(address());
    }
}
