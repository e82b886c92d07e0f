// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rotable.fact.BenchFact;
import rotable.identity.PersonId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.record.RecordProblem;

/// `rotable pin`: sets somebody's PIN; read without echo from a terminal, or from standard input.
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description = "Sets a person's PIN: 4 to 12 digits, not all alike and not in sequence.")
final class PinCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Parameters(paramLabel = "PERSON", description = "the person's id, such as ana")
    private String person = "";

    @Override
    public Integer call() throws RecordProblem, IOException {
        try (var record = options.openExisting(InstantSource.system())) {
            var id = new PersonId(person);
            if (record.reference().person(id).isEmpty()) {
                System.out.println("There is no person " + person + " here.");
                return 1;
            }
            var pin = read();
            if (!sound(pin)) {
                System.out.println("A PIN has 4 to 12 digits, not all alike and not in sequence.");
                return 1;
            }
            record.pins().set(id, pin);
            Arrays.fill(pin, ' ');
            var now = InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
            record.append(
                    new Draft(
                            UUID.randomUUID(),
                            Draft.SYSTEM,
                            Optional.empty(),
                            new Moment(now, "pin", 0, Optional.empty(), Optional.empty()),
                            List.of(new BenchFact.PinSet(id))));
            System.out.println("PIN of " + person + " set.");
            return 0;
        }
    }

    private static char[] read() throws IOException {
        var terminal = Tty.present();
        if (terminal.isPresent()) {
            var typed = terminal.get().readPassword("PIN: ");
            return typed == null ? new char[0] : typed;
        }
        var line =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .readLine();
        return line == null ? new char[0] : line.strip().toCharArray();
    }

    static boolean sound(char[] pin) {
        if (pin.length < 4 || pin.length > 12) return false;
        var alike = true;
        var rising = true;
        var falling = true;
        for (int i = 0; i < pin.length; i++) {
            if (pin[i] < '0' || pin[i] > '9') return false;
            if (i == 0) continue;
            alike &= pin[i] == pin[i - 1];
            rising &= pin[i] == pin[i - 1] + 1;
            falling &= pin[i] == pin[i - 1] - 1;
        }
        return !alike && !rising && !falling;
    }
}
