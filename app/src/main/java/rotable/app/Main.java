// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import rotable.exchange.CentralProblem;
import rotable.record.RecordProblem;

/// The program.
@Command(
        name = "rotable",
        version = "Rotable " + Main.VERSION,
        mixinStandardHelpOptions = true,
        description = "The record a repair depot keeps at its benches.",
        subcommands = {
            ConsoleCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            PinCommand.class,
            CardsCommand.class,
            IdentifyCommand.class,
            SyncCommand.class,
            KeyCommand.class,
            CentralCommand.class
        })
public final class Main implements Callable<Integer> {
    /// The version that entries name.
    static final String VERSION = "0.1.0";

    @Mixin private DataOptions options = new DataOptions();

    @Mixin private LabelOptions labels = new LabelOptions();

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs a command line; 0 is success, 1 a problem that has been told, 2 a wrong command line.
    static int run(String... args) {
        var commandLine = new CommandLine(new Main());
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler(
                (e, cmd, result) -> {
                    var problem =
                            switch (e) {
                                case RecordProblem p -> Sentences.of(p);
                                case CentralProblem p -> Sentences.of(p);
                                case IOException p -> Sentences.of(p);
                                default -> Bug.told(e);
                            };
                    cmd.getErr().println(problem);
                    return 1;
                });
        commandLine.setExecutionStrategy(Main::run);
        return commandLine.execute(args);
    }

    /// Options before a subcommand would be the window's, and nobody would notice.
    private static int run(ParseResult line) {
        var before = line.matchedOptions();
        if (line.hasSubcommand() && !before.isEmpty()) {
            var verb = line.subcommand().commandSpec().name();
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    "%s goes behind %s".formatted(before.getFirst().longestName(), verb));
        }
        return new RunLast().execute(line);
    }

    /// Without a verb: the bench's window, or the same bench in the terminal where there is no
    /// display.
    @Override
    public Integer call() throws RecordProblem, IOException {
        if (Display.present())
            try {
                return WindowApp.open(options, labels);
            } catch (UnsupportedOperationException e) {
                System.err.println(
                        "There is a display, but no window can be opened on it: on Linux that takes"
                                + " libgtk-3-0 and libxtst6.");
            }
        else System.err.println("There is no display here.");
        System.err.println(
                "This is the bench in the terminal. Type !help for the commands, !quit to end.");
        return ConsoleCommand.on(options, labels).call();
    }
}
