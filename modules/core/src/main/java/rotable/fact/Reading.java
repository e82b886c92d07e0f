// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

/// A value as it was measured or read.
///
/// @param value a decimal number, a version or a serial, exactly as given
/// @param unit the unit of measure, empty for versions and serials
public record Reading(String measure, String value, String unit) {}
