// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

import java.util.List;

/// The depot's centre, as a bench sees it on one connection.
public interface Central extends AutoCloseable {
    /// Presents the bench.
    ///
    /// @param token the one that the centre gave last; empty the first time
    Greeting greet(Watermark watermark, String token, String app) throws CentralProblem;

    /// Places entries behind everything placed before; those that it has already are skipped.
    ///
    /// @return how far it has that epoch now
    /// @throws CentralProblem of kind FORKED when it has others under these numbers; it keeps both
    CentralHead append(Parcel parcel) throws CentralProblem;

    /// What was placed after a position, without a gap and in whole commands.
    ///
    /// @param limit about how many, 1 to 1,000
    List<Placed> pull(long after, int limit) throws CentralProblem;

    /// Hands in again what a restored centre lost, as it was placed, of whichever bench.
    ///
    /// @param after the position that they follow; skipped where the centre is further by now
    /// @return the centre's last position now, and its chain there
    Watermark refill(long after, List<String> lines) throws CentralProblem;

    /// Hands in the verifiers of PINs that this bench recorded as set.
    ///
    /// @return the newest of everybody
    List<PinVerifier> pins(List<PinVerifier.Given> mine) throws CentralProblem;

    /// Waits until somebody may have placed something, which is a hint and no more.
    ///
    /// @param millis the longest time
    /// @return whether there was such a hint
    boolean await(int millis) throws CentralProblem;

    @Override
    void close();
}
