// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.words;

/// Something that is said to people: a record whose name is the key of its sentence in the messages
/// and whose components are the sentence's arguments, in order.
public interface Said {}
