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
import rotable.sync.CentralAddress;
import rotable.sync.CentralKeeper;
import rotable.sync.CentralKeeper.BenchStatus;
import rotable.sync.Fingerprint;

/// `rotable central`: keeps the depot's centre.
@Command(
        name = "central",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
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
        CentralKeeper.init(centre.address(), centre.depot, centre.realm());
        System.out.println("The centre is ready for depot " + centre.depot + ".");
        return 0;
    }

    @Command(
            name = "enrol",
            mixinStandardHelpOptions = true,
            description =
                    "Proposes a bench by its key, or approves one that somebody else proposed. Both"
                            + " compare the fingerprint with the one that `rotable key` shows at"
                            + " the bench.")
    int enrol(
            @Mixin CentralOptions centre,
            @Option(names = "--bench", required = true, paramLabel = "NAME") String bench,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "HEX",
                            description = "the key that `rotable key` shows")
                    String key,
            @Option(
                            names = "--fingerprint",
                            required = true,
                            paramLabel = "F",
                            description = "its fingerprint, as it was read at the bench")
                    String fingerprint,
            @Option(names = "--by", required = true, paramLabel = "PERSON") String by)
            throws CentralProblem {
        var lower = key.strip().toLowerCase(java.util.Locale.ROOT);
        if (!lower.matches("([0-9a-f]{2})+"))
            return wrong("A key consists of the hex digits that `rotable key` shows.");
        if (!Fingerprint.of(lower).equals(fingerprint.strip()))
            return wrong("The key's fingerprint is " + Fingerprint.of(lower) + ", another one.");
        try (var keeper = centre.open()) {
            if (keeper.status(centre.depot).isEmpty()) return noDepot(centre);
            return switch (keeper.admissions().enrol(centre.depot, bench, lower, by)) {
                case PROPOSED -> done(bench + " is proposed. A second person has to approve it.");
                case ADMITTED -> done(bench + " is admitted, " + role(centre, bench) + ".");
                case PROPOSED_AGAIN ->
                        done(
                                bench
                                        + " was admitted before. To believe it again, as one whose"
                                        + " computer was restored, is proposed; a second person has"
                                        + " to approve it.");
                case READMITTED -> done(bench + " is believed again.");
                case SAME_PERSON -> wrong(by + " proposed it; somebody else has to approve it.");
            };
        }
    }

    private static String role(CentralOptions centre, String bench) {
        return "and connects as " + CentralAddress.roleOf(centre.depot, bench);
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
            return done(status.get().position() + " entries in all.");
        }
    }

    private static String line(BenchStatus bench) {
        var greeted = bench.greeted().map(Instant::toString).orElse("never");
        return "%-12s %8d entries  last here %s  %s%s%s"
                .formatted(
                        bench.bench(),
                        bench.entries(),
                        greeted,
                        bench.app().orElse("-"),
                        bench.revoked() ? "  sent away" : "",
                        bench.forks() == 0
                                ? ""
                                : "  %d entries beside the record".formatted(bench.forks()));
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
        return verified.unvouched() == 0
                ? all
                : all
                        + " %d of them came after their bench's last checkpoint: no key vouches for them yet."
                                .formatted(verified.unvouched());
    }

    private static void progress(long entries) {
        if (entries % 10_000 == 0 && Tty.present().isPresent())
            System.err.print("\r" + entries + " entries …");
    }

    private static int noDepot(CentralOptions centre) {
        return wrong(
                "There is no depot " + centre.depot + " here. `rotable central init` makes it.");
    }

    private static int done(String said) {
        System.out.println(said);
        return 0;
    }

    private static int wrong(String said) {
        System.out.println(said);
        return 1;
    }
}
