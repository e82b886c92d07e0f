// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.people.Person;
import rotable.people.Role;

/// Who acts, and who signed with badge and PIN if somebody did; often the same person.
public record Author(Person operator, Optional<Person> signer) {
    /// The objections to the signer: none has signed, or without the role.
    List<Refusal> signer(Role role) {
        var objections = new ArrayList<Refusal>();
        var person = signer.orElse(operator);
        if (!person.active()) objections.add(new Refusal.PersonInactive(person.name()));
        if (signer.isEmpty() || !person.is(role))
            objections.add(new Refusal.RoleNeeded(role, person.name()));
        return objections;
    }
}
