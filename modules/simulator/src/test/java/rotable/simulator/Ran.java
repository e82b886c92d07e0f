// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// A run that is over, and what was wrong at its end.
record Ran(Simulation run, List<String> wrong) {
    static {
        // Benches sign all the time here, and the platform's own Ed25519 takes a fifth of a run;
        // its
        // SHA-256, which comes first, is the faster one.
        Security.insertProviderAt(new BouncyCastleProvider(), 2);
    }

    /// Runs a seed. Every second is read by a new bench, every eighth looked at thoroughly.
    static Ran of(long seed) {
        var run = new Simulation(seed);
        try {
            run.run();
            if (Long.getLong("rotable.seed") != null) Verdict.tell(run);
            return new Ran(run, Verdict.of(run, seed % 2 == 0, seed % 8 == 0));
        } catch (Exception | StackOverflowError | AssertionError e) {
            var trace = new ArrayList<String>();
            trace.add(e.toString());
            for (var frame : e.getStackTrace()) if (trace.size() < 9) trace.add(" " + frame);
            return new Ran(run, trace);
        }
    }

    /// The first seed at whose end something is wrong, and what; empty where there is none.
    static String firstWrong(long seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> seed + ": " + of(seed).wrong())
                .filter(said -> !said.endsWith(": []"))
                .findFirst()
                .orElse("");
    }
}
