// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

import java.time.LocalDate;
import rotable.identity.AssetId;

/// A piece of test equipment.
///
/// @param kind what tests ask for, such as `DMM`
/// @param due the last day on which its calibration is good
public record Equipment(AssetId id, String kind, String description, LocalDate due) {}
