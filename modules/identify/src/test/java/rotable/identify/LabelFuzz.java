// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import rotable.label.Label;
import rotable.label.Payload;

/// Any bytes at all: the reader answers, soon, and no control character gets into a field. Guided
/// by coverage where it runs as a fuzzer (`JAZZER_FUZZ=1`), for a few seconds in each build.
class LabelFuzz {
    private static final long LONGEST_NANOS = 1_000_000_000L;

    private final LabelReader wedge = new LabelReader(How.inYear(2026));
    private final LabelReader serial = new LabelReader(How.inYear(2026).withSeparatorsKept());

    @FuzzTest(maxDuration = "10s")
    void any_payload_is_answered(FuzzedDataProvider data) {
        var kept = data.consumeBoolean();
        var payload = new Payload(data.consumeRemainingAsBytes());
        long before = System.nanoTime();
        var label = (kept ? serial : wedge).read(payload);
        long took = System.nanoTime() - before;
        if (took > LONGEST_NANOS) throw new AssertionError("took " + took / 1_000_000 + " ms");
        clean(label);
    }

    private static void clean(Label label) {
        for (var reading : label.readings()) {
            for (var field : reading.fields()) printable(field.value());
            reading.nameplate().values().values().forEach(LabelFuzz::printable);
            printable(reading.text());
        }
        for (var error : label.errors()) printable(error.text());
        if (label instanceof Label.Unreadable u && u.errors().isEmpty() && u.payload().length() > 3)
            throw new AssertionError("unreadable without a reason: " + u);
    }

    private static void printable(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) < 0x20 || text.charAt(i) == 0x7F)
                throw new AssertionError("control character in " + text);
    }
}
