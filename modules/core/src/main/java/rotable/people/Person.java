// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.people.Qualification.Process;

/// Somebody who works at the depot.
///
/// @param badge the own id on the badge, such as `BG-KA-2223-M`
/// @param authorisation the number under which a releaser signs, as printed on labels
/// @param active false once the person has left; people are never deleted
public record Person(
        PersonId id,
        String name,
        String badge,
        List<Role> roles,
        List<Qualification> qualifications,
        Optional<String> authorisation,
        boolean active) {
    public Person {
        roles = List.copyOf(roles);
        qualifications = List.copyOf(qualifications);
    }

    /// Whether the person has that role.
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// The qualification for this work on this part that lasts longest, good or expired.
    public Optional<Qualification> qualification(Process process, PartId part) {
        return qualifications.stream()
                .filter(q -> q.covers(process, part))
                .max((a, b) -> a.until().compareTo(b.until()));
    }

    /// Whether the person was qualified for this work on this part on that day (inclusive).
    public boolean qualified(Process process, PartId part, LocalDate day) {
        return qualification(process, part).filter(q -> !q.until().isBefore(day)).isPresent();
    }
}
