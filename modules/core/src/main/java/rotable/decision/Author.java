// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.util.Optional;
import rotable.people.Person;

/// Who acts, and who signed with badge and PIN if somebody did; often the same person.
public record Author(Person operator, Optional<Person> signer) {}
