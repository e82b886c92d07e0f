// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

/// A paper that goes on a unit.
public sealed interface Paper permits ServiceLabel, EndLabel, TagLabel {
    /// One of our own numbers that tells it from every other paper, fit for a file's name.
    String name();

    /// What a scanner reads off its 2D code; FNC1 is written as GS.
    String code();

    /// Whether its code consists of GS1 elements.
    default boolean isGs1() {
        return false;
    }

    /// Whether it is an exercise.
    boolean training();
}
