// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import java.util.stream.Stream;
import rotable.fact.IntakeFact.Declared;

/// What was said of a unit when it came in.
public record Declaration(
        Optional<String> customer,
        Optional<String> rma,
        Optional<String> fault,
        Optional<String> condition) {
    static final Declaration NOTHING =
            new Declaration(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Whether there is nothing in it.
    public boolean saysNothing() {
        return Stream.of(customer, rma, fault, condition)
                .flatMap(Optional::stream)
                .allMatch(String::isBlank);
    }

    Declaration and(Declared said) {
        return new Declaration(
                said.customer().or(this::customer),
                said.rma().or(this::rma),
                said.fault().or(this::fault),
                said.condition().or(this::condition));
    }
}
