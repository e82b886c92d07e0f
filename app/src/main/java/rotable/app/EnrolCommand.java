// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static rotable.app.CentralCommand.NAME;
import static rotable.app.CentralCommand.NOBODY;
import static rotable.app.CentralCommand.done;
import static rotable.app.CentralCommand.isName;
import static rotable.app.CentralCommand.noDepot;
import static rotable.app.CentralCommand.wrong;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rotable.exchange.CentralProblem;
import rotable.sync.Admissions.Admission;
import rotable.sync.CentralAddress;
import rotable.sync.Fingerprint;

/// `rotable central enrol`: two people admit a bench.
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description =
                "Proposes a bench by its key, or approves one that somebody else proposed. Both"
                        + " compare the fingerprint with the one that `rotable key` shows at the"
                        + " bench.")
final class EnrolCommand implements Callable<Integer> {
    @Mixin private CentralOptions centre = new CentralOptions();

    @Option(names = "--bench", required = true, paramLabel = "NAME")
    private String bench = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "HEX",
            description = "the key that `rotable key` shows")
    private String key = "";

    @Option(
            names = "--fingerprint",
            required = true,
            paramLabel = "F",
            description = "its fingerprint, as it was read at the bench")
    private String fingerprint = "";

    @Option(names = "--by", required = true, paramLabel = "PERSON")
    private String by = "";

    @Override
    public Integer call() throws CentralProblem {
        var hex = key.strip().toLowerCase(Locale.ROOT);
        var unfit = unfit(hex);
        if (unfit.isPresent()) return wrong(unfit.get());
        try (var keeper = centre.open()) {
            if (keeper.status(centre.depot).isEmpty()) return noDepot(centre);
            var bearer = keeper.admissions().bearer(centre.depot, bench, hex);
            if (bearer.isPresent())
                return wrong("That is the key of " + bearer.get() + ": each bench has its own.");
            var found = keeper.admissions().enrol(centre.depot, bench, hex, by);
            var said = said(found);
            return found == Admission.SAME_PERSON ? wrong(said) : done(said);
        }
    }

    private String said(Admission found) {
        return switch (found) {
            case PROPOSED -> bench + " is proposed. A second person has to approve it.";
            case ADMITTED ->
                    "%s is admitted, and connects as %s."
                            .formatted(bench, CentralAddress.roleOf(centre.depot, bench));
            case PROPOSED_AGAIN ->
                    bench
                            + " was admitted before. To believe it again, as one whose computer was restored,"
                            + " is proposed; a second person has to approve it.";
            case PROPOSED_BACK ->
                    bench
                            + " was sent away. That it comes back is proposed; a second person has to approve"
                            + " it.";
            case READMITTED -> bench + " is believed again.";
            case SAME_PERSON -> by + " proposed it; somebody else has to approve it.";
        };
    }

    /// What is wrong with what was typed.
    private Optional<String> unfit(String hex) {
        if (!isName(bench)) return Optional.of(NAME.formatted("A bench's"));
        if (by.isBlank()) return Optional.of(NOBODY);
        if (!Fingerprint.isKey(hex))
            return Optional.of("A key consists of the hex digits that `rotable key` shows.");
        return Fingerprint.of(hex).equalsIgnoreCase(fingerprint.strip())
                ? Optional.empty()
                : Optional.of("The key's fingerprint is " + Fingerprint.of(hex) + ", another one.");
    }
}
