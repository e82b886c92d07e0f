// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import rotable.exchange.Central;
import rotable.exchange.CentralHead;
import rotable.exchange.CentralProblem;
import rotable.exchange.Greeting;
import rotable.exchange.Parcel;
import rotable.exchange.PinVerifier;
import rotable.exchange.Placed;
import rotable.exchange.Watermark;

/// The centre in PostgreSQL and the one in memory at once: whatever is asked, both answer the same.
///
/// @param tokens those of the one in memory, by those of the one in PostgreSQL
record Both(Central real, Central memory, Map<String, String> tokens) implements Central {
    private interface Call<T> {
        T of(Central central) throws CentralProblem;
    }

    private record Said<T>(T answer, List<CentralProblem> problem) {
        static <T> Said<T> by(Central central, Call<T> call, T otherwise) {
            try {
                return new Said<>(call.of(central), List.of());
            } catch (CentralProblem e) {
                return new Said<>(otherwise, List.of(e));
            }
        }

        String kind() {
            return problem.stream().map(p -> p.kind().name()).findFirst().orElse("no problem");
        }
    }

    private <T> T ask(Call<T> call, T otherwise) throws CentralProblem {
        var one = Said.by(real, call, otherwise);
        var other = Said.by(memory, call, otherwise);
        assertEquals(one.kind(), other.kind(), () -> one + " but " + other);
        assertEquals(one.answer(), other.answer());
        if (!one.problem().isEmpty()) throw one.problem().getFirst();
        return one.answer();
    }

    @Override
    public Greeting greet(Watermark watermark, String token, String app) throws CentralProblem {
        var one = real.greet(watermark, token, app);
        var other = memory.greet(watermark, tokens.getOrDefault(token, ""), app);
        tokens.put(one.token(), other.token());
        assertEquals(
                new Greeting(
                        one.heads(),
                        one.position(),
                        one.knows(),
                        one.known(),
                        other.token(),
                        other.at(),
                        one.chain(),
                        one.refilling(),
                        one.readmitted(),
                        one.advisories()),
                other);
        return one;
    }

    @Override
    public CentralHead append(Parcel parcel) throws CentralProblem {
        return ask(c -> c.append(parcel), new CentralHead("", 0, ""));
    }

    @Override
    public Watermark refill(long after, List<String> lines) throws CentralProblem {
        return ask(c -> c.refill(after, lines), Watermark.NONE);
    }

    @Override
    public List<Placed> pull(long after, int limit) throws CentralProblem {
        return ask(c -> c.pull(after, limit), List.of());
    }

    @Override
    public List<PinVerifier> pins(List<PinVerifier.Given> mine) throws CentralProblem {
        return ask(c -> c.pins(mine), List.of());
    }

    @Override
    public boolean await(int millis) {
        return false;
    }

    @Override
    public void close() {
        real.close();
        memory.close();
    }
}
