// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

/// How the items of a part are told apart.
public enum Tracking {
    /// Each item has a serial and a history of its own.
    SERIAL,
    /// Items of one lot are alike.
    LOT,
    /// Not recorded.
    NONE
}
