// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;

/// What a signer saw of one criterion: its state, and the hashes of the entries that decided it.
///
/// @param state one of `holds`, `fails`, `waits`, `overridden`, `n/a`
/// @param facts entry hashes, 64 hex digits each
public record Judged(String id, String state, List<String> facts) {
    public Judged {
        facts = List.copyOf(facts);
    }
}
