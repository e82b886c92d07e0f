// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import rotable.fact.CustodyFact.LabelPrinted;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// Labels on their way to the printer. A dead printer is told beside the result and undoes nothing.
final class Printing {
    private final Context context;
    private final LabelPrinter printer;
    private final Lanes lanes;
    private final boolean training;

    Printing(Context context, LabelPrinter printer, Lanes lanes, boolean training) {
        this.context = context;
        this.printer = printer;
        this.lanes = lanes;
        this.training = training;
    }

    /// Prints what was recorded as printed.
    ///
    /// @param failed is told on the side lane why it could not
    void print(LabelPrinted printed, Consumer<Word> failed) throws RecordProblem {
        var unit = context.record.unit(printed.unit());
        var label = label(unit, unit.order().orElseThrow(), printed.copy());
        aside(() -> printer.print(label), why -> failed.accept(new Word.PrinterFailed(why)));
    }

    /// Prints the tag of a unit that bears the identity of another one.
    ///
    /// @param failed is told on the side lane why it could not
    void tag(UnitId unit, Consumer<Word> failed) {
        var tag = TagLabel.of(unit, context.reference(), training);
        aside(() -> printer.print(tag), why -> failed.accept(new Word.TagNotPrinted(why)));
    }

    /// Prints the label of a unit whose order ended without a release.
    ///
    /// @param failed is told on the side lane why it could not
    void ended(UnitId id, Consumer<Word> failed) throws RecordProblem {
        var unit = context.record.unit(id);
        var label = label(unit, unit.order().orElseThrow());
        aside(() -> printer.print(label), why -> failed.accept(new Word.EndNotPrinted(why)));
    }

    private EndLabel label(Unit unit, Order order) {
        return EndLabel.of(unit, order, context.reference(), training);
    }

    private interface Job {
        void run() throws IOException;
    }

    private void aside(Job job, Consumer<String> failed) {
        lanes.side()
                .execute(
                        () -> {
                            try {
                                job.run();
                            } catch (IOException e) {
                                failed.accept(String.valueOf(e.getMessage()));
                            }
                        });
    }

    /// The label of the unit in hand as it would be printed, if its order is released or ended.
    Optional<Paper> preview() throws RecordProblem {
        var hand = context.hand();
        var order = hand.flatMap(Unit::order);
        if (order.flatMap(Order::ended).isPresent())
            return Optional.of(label(hand.orElseThrow(), order.get()));
        var release = order.flatMap(Order::release).filter(Release::stands);
        return release.map(
                r -> label(hand.orElseThrow(), order.orElseThrow(), Math.max(1, r.copies())));
    }

    private ServiceLabel label(Unit unit, Order order, int copy) {
        return ServiceLabel.of(unit, order, context.reference(), copy, training);
    }
}
