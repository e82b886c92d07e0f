// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.List;
import java.util.Optional;
import rotable.label.LabelError;
import rotable.label.Reading;
import rotable.label.Scheme;

/// One try at reading a text as one scheme.
///
/// @param reading absent when the text breaks a rule of the scheme
record Attempt(Scheme scheme, Optional<Reading> reading, List<LabelError> errors) {
    static Attempt read(Reading reading) {
        return new Attempt(reading.scheme(), Optional.of(reading), List.of());
    }

    static Attempt failed(Scheme scheme, List<LabelError> errors) {
        return new Attempt(scheme, Optional.empty(), errors);
    }

    static Attempt failed(Scheme scheme, LabelError error) {
        return failed(scheme, List.of(error));
    }
}
