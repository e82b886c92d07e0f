// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.Optional;
import rotable.gs1.DigitalLink.Leniency;
import rotable.label.Scheme;

/// How a payload is to be read.
///
/// @param as the scheme it is held to; absent lets the payload tell
/// @param companions which of GS1's rules on what stands together are kept
/// @param unknownIdentifiers whether bracketed text may have identifiers GS1 does not know
/// @param separatorsKept whether the scanner is known to deliver GS, so that its absence says that
///   there is none; a serial line does, a keyboard wedge may not
/// @param year the year of reading, which tells the century of dates with two digits
public record How(
        Optional<Scheme> as,
        Together companions,
        boolean unknownIdentifiers,
        Leniency links,
        boolean separatorsKept,
        int year) {
    /// GS1's rules on what stands together on an item.
    public enum Together {
        /// All of them.
        ALL,
        /// Those whose breach leaves open which item is meant. That an element lacks a companion is
        /// the label maker's fault, but harms nobody.
        CONTRADICTIONS,
        NONE
    }

    /// As anybody reads: every rule kept, the payload tells its scheme.
    public static How inYear(int year) {
        return new How(Optional.empty(), Together.ALL, false, Leniency.NONE, false, year);
    }

    /// The same, keeping only those of GS1's rules on what stands together.
    public How together(Together rules) {
        return new How(as, rules, unknownIdentifiers, links, separatorsKept, year);
    }

    /// The same from a scanner that delivers every control character.
    public How withSeparatorsKept() {
        return new How(as, companions, unknownIdentifiers, links, true, year);
    }

    /// The same, held to one scheme.
    public How heldTo(Scheme scheme) {
        return new How(
                Optional.of(scheme), companions, unknownIdentifiers, links, separatorsKept, year);
    }

    /// The same without GS1's rules on what stands together.
    public How withoutCompanions() {
        return together(Together.NONE);
    }
}
