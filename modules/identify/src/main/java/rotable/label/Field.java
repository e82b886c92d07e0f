// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

/// One field of a label.
///
/// @param id what its format calls it: an application identifier, a data identifier, a text element
/// @param title the short title that the standard gives it; empty where there is none
/// @param value its data, without control characters
/// @param at where the identifier begins, in characters from the payload's first
public record Field(String id, String title, String value, int at) {}
