// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

import java.time.Instant;
import java.util.List;

/// What the centre answers to a bench that presents itself.
///
/// @param heads every epoch of the bench that the centre has
/// @param position the last position that it gave
/// @param knows whether the bench's watermark is on the centre's chain; not so when the centre was
///   restored from an older state
/// @param known whether the token is the one that the bench was given last; not so when there are
///   two of it
/// @param token the token for the next time
/// @param at the centre's clock
/// @param chain the centre's chain at its last position
/// @param refilling whether benches fill up a centre that was restored
/// @param readmitted whether two people said that the bench was restored from an older state
/// @param advisories what the bench is to heed before it arrives in its order
public record Greeting(
        List<CentralHead> heads,
        long position,
        boolean knows,
        boolean known,
        String token,
        Instant at,
        String chain,
        boolean refilling,
        boolean readmitted,
        List<Advisory> advisories) {
    public Greeting {
        heads = List.copyOf(heads);
        advisories = List.copyOf(advisories);
    }
}
