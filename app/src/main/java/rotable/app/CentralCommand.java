// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rotable.exchange.CentralProblem;
import rotable.sync.Admissions.Proposal;
import rotable.sync.CentralKeeper;
import rotable.sync.CentralKeeper.BenchStatus;

/// `rotable central`: keeps the depot's centre.
@Command(
        name = "central",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EnrolCommand.class,
        description = "Keeps the depot's centre: its schema, and the benches that it admits.")
final class CentralCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    /// Without a verb there is nothing to do.
    @Override
    public void run() {
        throw new ParameterException(requireNonNull(spec).commandLine(), "which of them?");
    }

    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description =
                    "Lays out the centre in an empty database, or brings it up to date, and makes"
                            + " room for a depot.")
    int init(@Mixin CentralOptions centre) throws CentralProblem {
        if (!isName(centre.depot)) return wrong(NAME.formatted("A depot's"));
        CentralKeeper.init(centre.address(), centre.depot, centre.realm());
        System.out.println("The centre is ready for depot " + centre.depot + ".");
        return 0;
    }

    static final String NAME = "%s name consists of letters, digits, '.', '_' and '-', 27 at most.";
    static final String NOBODY = "--by names the person who approves it.";

    static boolean isName(String text) {
        return text.matches("[\\p{Alnum}][\\p{Alnum}._-]{0,26}");
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Sends a bench away. What it recorded stays.")
    int revoke(
            @Mixin CentralOptions centre,
            @Option(names = "--bench", required = true, paramLabel = "NAME") String bench,
            @Option(names = "--by", required = true, paramLabel = "PERSON") String by)
            throws CentralProblem {
        if (by.isBlank()) return wrong(NOBODY);
        try (var keeper = centre.open()) {
            return keeper.admissions().revoke(centre.depot, bench, by)
                    ? done(bench + " can't connect any more.")
                    : wrong("There is no bench " + bench + " here.");
        }
    }

    @Command(
            name = "refill",
            mixinStandardHelpOptions = true,
            description =
                    "After the centre was restored from an older backup: benches give back what it"
                            + " lost, as it was placed. Nothing new is placed until it is ended.")
    int refill(
            @Mixin CentralOptions centre,
            @Option(names = "--end", description = "ends it, once every bench was here")
                    boolean end,
            @Option(
                            names = "--without-the-rest",
                            description = "ends it although benches are awaited")
                    boolean anyway)
            throws CentralProblem {
        try (var keeper = centre.open()) {
            if (keeper.status(centre.depot).isEmpty()) return noDepot(centre);
            if (!end) {
                keeper.refill(centre.depot);
                return done("Benches fill the centre up now. End it with --end.");
            }
            var awaited = keeper.awaited(centre.depot);
            if (!awaited.isEmpty() && !anyway)
                return wrong(
                        "Not ended: %s may still have what the centre lost. What a bench brings after the end can't be placed."
                                .formatted(String.join(", ", awaited)));
            keeper.refilled(centre.depot);
            return done("The centre places new entries again.");
        }
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Lists the benches, what each has sent and when it was here last.")
    int status(@Mixin CentralOptions centre) throws CentralProblem {
        try (var keeper = centre.open()) {
            var status = keeper.status(centre.depot);
            if (status.isEmpty()) return noDepot(centre);
            for (var bench : status.get().benches()) System.out.println(line(bench));
            for (var p : keeper.admissions().proposals(centre.depot)) System.out.println(line(p));
            if (status.get().refilling())
                System.out.println("The centre is being filled up again: nothing new is placed.");
            return done(status.get().position() + " entries in all.");
        }
    }

    private static String line(Proposal p) {
        return "%-12s %s by %s at %s, key %s: a second person has to approve it"
                .formatted(
                        p.bench(),
                        p.again() ? "proposed once more" : "proposed",
                        p.by(),
                        p.at(),
                        p.fingerprint());
    }

    private static String line(BenchStatus bench) {
        var greeted = bench.greeted().map(Instant::toString).orElse("never");
        return "%-12s %8d entries  last here %s  %s%s%s"
                .formatted(
                        bench.bench(),
                        bench.entries(),
                        greeted,
                        bench.app().orElse("-"),
                        bench.revoked()
                                .map(r -> "  sent away by %s at %s".formatted(r.by(), r.at()))
                                .orElse(""),
                        bench.forks() == 0
                                ? ""
                                : "  beside the record: %d".formatted(bench.forks()));
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Verifies the centre's chain, every bench's chain, signatures and keys, and"
                            + " names the first bad entry.")
    int verify(@Mixin CentralOptions centre) throws CentralProblem {
        try (var keeper = centre.open()) {
            if (keeper.status(centre.depot).isEmpty()) return noDepot(centre);
            var verified = keeper.verify(centre.depot, centre.realm(), CentralCommand::progress);
            if (Tty.present().isPresent()) System.err.print("\r");
            return verified.fault()
                    .map(f -> wrong(f.entry() + ": " + f.why() + "."))
                    .orElseGet(() -> done(said(verified)));
        }
    }

    private static String said(CentralKeeper.Verified verified) {
        var all = verified.entries() + " entries verified.";
        if (verified.unvouched().isEmpty()) return all;
        // Of an epoch, the beginning of its id.
        var some =
                verified.unvouched().entrySet().stream()
                        .map(e -> e.getKey().replaceFirst("(/.{8}).*", "$1") + " " + e.getValue())
                        .collect(java.util.stream.Collectors.joining(", "));
        return all
                + " Some came after their bench's last checkpoint, and no key vouches for them: "
                + some
                + ".";
    }

    private static void progress(long entries) {
        if (entries % 10_000 == 0 && Tty.present().isPresent())
            System.err.print("\r" + entries + " entries …");
    }

    static int noDepot(CentralOptions centre) {
        return wrong(
                "There is no depot " + centre.depot + " here. `rotable central init` makes it.");
    }

    static int done(String said) {
        System.out.println(said);
        return 0;
    }

    static int wrong(String said) {
        System.out.println(said);
        return 1;
    }
}
