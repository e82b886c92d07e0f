// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a label says about the unit that it is on, in the words every format shares.
///
/// @param values by name, in order; a name is absent where the label is silent
public record Nameplate(Map<Name, String> values) {
    /// What a nameplate can say.
    public enum Name {
        /// The part number; of the item as made where the label tells both.
        PART("part"),
        /// The part number that it has now, where it was changed.
        CURRENT_PART("currentPart"),
        SERIAL("serial"),
        /// The maker's code: a CAGE code, a company prefix, a labeler's code.
        MAKER("maker"),
        LOT("lot"),
        /// The unique item identifier of MIL-STD-130, put together.
        UII("uii"),
        QUANTITY("quantity"),
        /// A day as yyyy-MM-dd, a month as yyyy-MM.
        PRODUCED("produced"),
        EXPIRES("expires");

        private final String code;

        Name(String code) {
            this.code = code;
        }

        /// The name in the console's JSON.
        public String code() {
            return code;
        }
    }

    public static final Nameplate SILENT = new Nameplate(Map.of());

    public Nameplate {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// A quantity as a number without zeros before it; absent when the text is none.
    public static Optional<String> quantity(String text) {
        return text.matches("\\d+(\\.\\d+)?")
                ? Optional.of(text.replaceFirst("^0+(?=\\d)", ""))
                : Optional.empty();
    }

    public Optional<String> get(Name name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The same, saying one thing more; what was said before stands.
    public Nameplate with(Name name, Optional<String> value) {
        if (value.isEmpty() || values.containsKey(name)) return this;
        var more = new LinkedHashMap<>(values);
        more.put(name, value.get());
        return new Nameplate(more);
    }

    /// The same, saying one thing more.
    public Nameplate with(Name name, String value) {
        return with(name, Optional.of(value));
    }
}
