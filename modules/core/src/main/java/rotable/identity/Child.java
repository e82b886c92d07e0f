// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

import java.util.Optional;

/// What sits at a position of a unit.
public sealed interface Child {
    /// A serialised component: a unit of its own, installed in one place at a time.
    record Serialised(UnitId unit) implements Child {
        @Override
        public PartId part() {
            return unit.part();
        }

        @Override
        public String mark() {
            return unit.serial();
        }
    }

    /// A component that is tracked by lot: one lot can be installed many times.
    record Lot(PartId part, String lot) implements Child {
        /// @throws IllegalArgumentException when the lot is empty, over 60 characters or has
        ///   control characters
        public Lot {
            Address.checked("lot", lot, 60);
        }

        @Override
        public String mark() {
            return lot;
        }

        @Override
        public String toString() {
            return Address.of("lot", part.maker(), part.number(), lot);
        }
    }

    /// The part it is an item of.
    PartId part();

    /// Its serial or lot, as people say it.
    String mark();

    /// The unit that it is, if it is tracked by serial.
    default Optional<UnitId> asUnit() {
        return this instanceof Serialised s ? Optional.of(s.unit()) : Optional.empty();
    }
}
