// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// A release's own id, such as `RL-KA-2KMX-T`.
public record ReleaseId(String value) {
    /// @throws IllegalArgumentException when empty, over 30 characters or with control characters
    public ReleaseId {
        Address.checked("release", value, 30);
    }

    @Override
    public String toString() {
        return value;
    }
}
