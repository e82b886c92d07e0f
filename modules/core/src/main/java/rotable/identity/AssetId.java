// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// A piece of test equipment, by the tag that the depot put on it, such as `DMM-07`.
public record AssetId(String value) {
    /// @throws IllegalArgumentException when empty, over 30 characters or with control characters
    public AssetId {
        Address.checked("asset", value, 30);
    }

    @Override
    public String toString() {
        return value;
    }
}
