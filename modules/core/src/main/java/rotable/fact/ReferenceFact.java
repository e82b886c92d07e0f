// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rotable.format.FormatRule;
import rotable.identity.AssetId;
import rotable.identity.PartId;
import rotable.part.CriteriaSet;
import rotable.part.EntryPolicy;
import rotable.part.Equipment;
import rotable.part.Part;
import rotable.people.Person;

/// Reference data, published with version, date and reason.
public sealed interface ReferenceFact extends Fact {
    @Override
    default List<Subject> subjects() {
        return List.of();
    }

    /// Who the depot is.
    ///
    /// @param zone its time zone, such as `Europe/Lisbon`
    /// @param approval the certificate number printed on its records
    record DepotPublished(
            Publication publication, String name, String address, String zone, String approval)
            implements ReferenceFact {}

    /// A bench: its name, and the code of its own ids.
    record BenchPublished(Publication publication, String bench, String code)
            implements ReferenceFact {}

    record PartPublished(Publication publication, Part part) implements ReferenceFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(part.id()));
        }
    }

    record CriteriaPublished(Publication publication, CriteriaSet set) implements ReferenceFact {}

    record PersonPublished(Publication publication, Person person) implements ReferenceFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(person.id()));
        }
    }

    record EquipmentPublished(Publication publication, Equipment equipment)
            implements ReferenceFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(equipment.id()));
        }
    }

    /// What a calibration found: the equipment measured wrongly, at least since that day.
    record FoundOutOfTolerance(Publication publication, AssetId asset, LocalDate since)
            implements ReferenceFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(asset));
        }
    }

    /// Until when an item may be installed.
    ///
    /// @param mark its serial, or its lot
    /// @param until the last good day
    record ShelfLifePublished(Publication publication, PartId part, String mark, LocalDate until)
            implements ReferenceFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(part));
        }
    }

    /// How serials of a part may come into the record.
    record EntryPolicyPublished(Publication publication, EntryPolicy policy)
            implements ReferenceFact {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.of(policy.part()));
        }
    }

    /// How a maker writes its labels.
    record FormatPublished(Publication publication, FormatRule rule) implements ReferenceFact {
        @Override
        public List<Subject> subjects() {
            return rule.part().map(p -> List.of(Subject.of(p))).orElse(List.of());
        }
    }

    /// A code of the depot's: a fault, an action, a reason, a place.
    ///
    /// @param affects for an action, the tests it makes stale; absent means all
    record CodePublished(
            Publication publication,
            Kind kind,
            String code,
            String text,
            Optional<List<String>> affects)
            implements ReferenceFact {
        public CodePublished {
            affects = affects.map(List::copyOf);
        }

        /// What codes there are.
        public enum Kind {
            FAULT,
            ACTION,
            REASON,
            LOCATION
        }
    }
}
