// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scan;

import java.util.List;
import java.util.Optional;
import rotable.identity.AssetId;
import rotable.identity.Child;
import rotable.identity.PartId;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import rotable.words.Said;

/// What a frame turned out to be.
public sealed interface Scan {
    /// A command card, its check character verified.
    ///
    /// @param argument the code after the verb, such as the fault's
    record Command(String verb, Optional<String> argument) implements Scan {}

    /// A badge; whose, the reference data tells.
    record Badge(String badge) implements Scan {}

    /// A serialised unit or a lot. Several candidates when a plain serial fits several parts.
    ///
    /// @param certain whether it is one of them without doubt; a damaged label may be none of them
    record Item(List<Child> candidates, boolean certain) implements Scan {
        public Item {
            candidates = List.copyOf(candidates);
        }

        /// A label read without doubt.
        public Item(List<Child> candidates) {
            this(candidates, true);
        }
    }

    /// A return-to-service label of ours.
    ///
    /// @param hash the first 16 hex digits of the record's hash
    record ServiceLabel(UnitId unit, ReleaseId release, String hash) implements Scan {}

    record Asset(AssetId asset) implements Scan {}

    /// An order, a release or a hold by its own id.
    record OwnNumber(String id) implements Scan {}

    record Location(String code) implements Scan {}

    /// A part without a serial.
    record PartOnly(PartId part) implements Scan {}

    /// Text that means nothing by itself; the record may know it as a serial.
    record Plain(String text) implements Scan {}

    /// A label that says something wrong, or nothing that can be trusted.
    record Unreadable(Why why) implements Scan {}

    /// Why a label can't be trusted.
    sealed interface Why extends Said {
        record Empty() implements Why {}

        record TooLong(int bytes) implements Why {}

        record CardDamaged(String text) implements Why {}

        record OwnIdDamaged(String text) implements Why {}

        /// The label breaks a rule of its format.
        ///
        /// @param text what is wrong, as a sentence
        /// @param source the standard and clause of the rule
        record LabelWrong(String text, String source) implements Why {}

        record NoSerial(String fields) implements Why {}

        record NoPart() implements Why {}

        record PartNotKnown(String part) implements Why {}

        record PartsDisagree(String gtin, String part) implements Why {}
    }
}
