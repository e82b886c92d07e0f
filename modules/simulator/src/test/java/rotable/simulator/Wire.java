// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Supplier;
import rotable.exchange.Central;
import rotable.exchange.CentralHead;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.exchange.Greeting;
import rotable.exchange.Parcel;
import rotable.exchange.PinVerifier;
import rotable.exchange.Placed;
import rotable.exchange.Watermark;
import rotable.store.Fuse;

/// A line to the centre on which things get lost: what was sent, the answer, a part of it; what was
/// sent arrives twice, or long after its sender gave it up.
final class Wire implements Central {
    private final Supplier<Central> centre;
    private final Random random;
    private final Faults faults;
    private final Fuse fuse;
    private final Queue<Late> late;

    /// Something that is still under way.
    interface Late {
        void arrive() throws CentralProblem;
    }

    Wire(Supplier<Central> centre, Random random, Faults faults, Fuse fuse, Queue<Late> late) {
        this.centre = centre;
        this.random = random;
        this.faults = faults;
        this.fuse = fuse;
        this.late = late;
    }

    private interface Call<T> {
        T made() throws CentralProblem;
    }

    private <T> T call(Call<T> call) throws CentralProblem {
        fuse.step();
        if (faults.happens(Faults.Fault.DROPPED, random)) throw lost();
        if (faults.happens(Faults.Fault.TWICE, random)) call.made();
        var answer = call.made();
        fuse.step();
        if (faults.happens(Faults.Fault.UNANSWERED, random)) throw lost();
        return answer;
    }

    private static CentralProblem lost() {
        return new CentralProblem(Kind.UNREACHABLE, "the line is cut");
    }

    @Override
    public Greeting greet(Watermark watermark, String token, String app) throws CentralProblem {
        if (faults.happens(Faults.Fault.LATE, random)) {
            late.add(() -> centre.get().greet(watermark, token, app));
            throw lost();
        }
        return call(() -> centre.get().greet(watermark, token, app));
    }

    @Override
    public CentralHead append(Parcel parcel) throws CentralProblem {
        if (faults.happens(Faults.Fault.LATE, random)) {
            late.add(() -> centre.get().append(parcel));
            throw lost();
        }
        return call(() -> centre.get().append(parcel));
    }

    @Override
    public Watermark refill(long after, List<String> lines) throws CentralProblem {
        return call(() -> centre.get().refill(after, lines));
    }

    @Override
    public List<Placed> pull(long after, int limit) throws CentralProblem {
        return call(() -> centre.get().pull(after, 1 + random.nextInt(limit)));
    }

    @Override
    public List<PinVerifier> pins(List<PinVerifier.Given> mine) throws CentralProblem {
        return call(() -> centre.get().pins(mine));
    }

    @Override
    public boolean await(int millis) {
        return false;
    }

    @Override
    public void close() {}
}
