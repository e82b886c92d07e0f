// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.ArrayList;
import rotable.label.Label;
import rotable.label.Reading;
import rotable.label.Rules;
import rotable.label.Scheme;

/// What a label says as one line to read.
final class LabelText {
    private LabelText() {}

    static String line(Label label) {
        var parts = new ArrayList<String>();
        parts.add(confidence(label));
        parts.add(scheme(label).code());
        if (label.readings().isEmpty()) {
            for (var e : label.errors())
                parts.add(
                        (e.at() < 0 ? "" : "at " + e.at() + ": ")
                                + e.text()
                                + " ["
                                + e.source()
                                + "]");
            return String.join("  ", parts);
        }
        int number = 1;
        var several = label.readings().size() > 1;
        for (var r : label.readings()) parts.add((several ? number++ + ": " : "") + said(r));
        return String.join("  ", parts);
    }

    private static String said(Reading reading) {
        var said = new StringBuilder();
        reading.nameplate()
                .values()
                .forEach((n, v) -> said.append(n.code()).append(' ').append(v).append("  "));
        for (var f : reading.fields())
            said.append('(').append(f.id()).append(')').append(f.value());
        said.append(reading.text());
        for (var n : reading.notes()) said.append("  ").append(n.text());
        return Rules.shown(said.toString());
    }

    static String confidence(Label label) {
        return switch (label) {
            case Label.Certain c -> "certain";
            case Label.Ambiguous a -> "ambiguous";
            case Label.Unreadable u -> "unreadable";
        };
    }

    /// The scheme it is written in; of several, the likeliest.
    static Scheme scheme(Label label) {
        return label instanceof Label.Unreadable u
                ? u.scheme()
                : label.readings().getFirst().scheme();
    }
}
