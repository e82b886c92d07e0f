// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.concurrent.Executor;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.LabelPrinter;
import rotable.bench.Lanes;
import rotable.bench.Pins;
import rotable.bench.Word;
import rotable.identity.PersonId;
import rotable.record.RecordProblem;
import rotable.scanner.SerialScanner;
import rotable.scanner.SerialSettings;
import rotable.store.DerbyRecord;

/// Where the program's objects are put together.
final class Wiring {
    private Wiring() {}

    /// A bench whose every act is over when its call returns.
    static Bench console(
            DataOptions options, DerbyRecord record, BenchClock clock, LabelPrinter printer) {
        return window(options, record, clock, printer, Lanes.direct());
    }

    /// A bench on lanes of its own, for the window.
    static Bench window(
            DataOptions options,
            DerbyRecord record,
            BenchClock clock,
            LabelPrinter printer,
            Lanes lanes) {
        return new Bench(
                record.head().bench(),
                record,
                pins(record),
                printer,
                clock,
                lanes,
                options.rehearsal);
    }

    /// Puts a scanner on a serial port to a bench.
    static SerialScanner scanner(
            SerialSettings settings, BenchClock clock, Executor lane, Bench bench) {
        var port = settings.port();
        return SerialScanner.watch(
                settings,
                clock,
                lane,
                bench::scan,
                state ->
                        bench.hear(
                                switch (state) {
                                    case READY -> new Word.ScannerReady(port);
                                    case AWAITED -> new Word.ScannerGone(port);
                                    case CUT_OFF -> new Word.ScanCutOff(port);
                                }));
    }

    private static Pins pins(DerbyRecord record) {
        var store = record.pins();
        return new Pins() {
            @Override
            public boolean has(PersonId person) throws RecordProblem {
                return store.has(person);
            }

            @Override
            public boolean verify(PersonId person, char[] pin) throws RecordProblem {
                return store.verify(person, pin);
            }
        };
    }
}
