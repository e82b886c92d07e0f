// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.record.RecordProblem;
import rotable.release.Finding;
import rotable.unit.Order;
import rotable.unit.Release;

/// What a scan would do now, as the scan bar shows it.
final class Expectation {
    private Expectation() {}

    static List<String> of(Context context, Tests tests) throws RecordProblem {
        if (context.person().isEmpty()) return List.of("badge");
        var pending = pending(context.pending());
        if (!pending.isEmpty()) return pending;
        var expected = new ArrayList<>(idle(context, tests));
        // Every unit that is scanned is received until somebody says that all are.
        if (context.receiving()) {
            expected.remove("RT:RECEIVE");
            expected.add("RT:DONE");
        }
        return List.copyOf(expected);
    }

    private static List<String> idle(Context context, Tests tests) throws RecordProblem {
        var hand = context.hand();
        if (hand.isEmpty()) return List.of("unit", "badge", "RT:RECEIVE");
        var order = hand.get().order();
        if (hand.get().scrapped()) return List.of("unit");
        if (order.isEmpty() && !context.isReceivable(hand.get().id())) return List.of("unit");
        if (hand.get().openOrder().isEmpty()) return closed(order);
        if (hand.get().onlyAt().filter(there -> !there.equals(context.bench)).isPresent())
            return List.of("RT:SETTLE", "RT:PARK", "unit");
        if (tests.asks().isPresent()) return List.of("value", "RT:PARK");
        return inWork(context, tests, order.orElseThrow());
    }

    private static List<String> pending(Pending pending) {
        return switch (pending) {
            case Pending.Nothing p -> List.of();
            case Pending.Signature p when p.signer().isPresent() -> List.of("PIN", "RT:CANCEL");
            case Pending.Signature p ->
                    List.of("badge of " + p.role().name().toLowerCase(Locale.ROOT), "RT:CANCEL");
            case Pending.Reason p -> List.of("RT:R:…", "text", "RT:CANCEL");
            case Pending.Equipment p -> List.of("equipment " + p.kind(), "RT:CANCEL");
            case Pending.LockedBadge p -> List.of("badge", "RT:CANCEL");
            case Pending.Tool p -> List.of("value", "RT:CANCEL");
            case Pending.Choices p when p.options().size() == 1 -> List.of("RT:1", "RT:CANCEL");
            case Pending.Choices p -> List.of("RT:1–" + p.options().size(), "RT:CANCEL");
            case Pending.TypeAgain p -> List.of("serial again", "RT:CANCEL");
            case Pending.Again p -> List.of("the same again", "RT:CONFIRM", "RT:CANCEL");
        };
    }

    private static List<String> closed(Optional<Order> order) {
        var release = order.flatMap(Order::release).filter(Release::stands);
        if (release.isPresent() && order.flatMap(Order::shipped).isEmpty())
            return release.get().confirmed().isEmpty()
                    ? List.of("label", "RT:REPRINT")
                    : List.of("RT:SHIP", "unit");
        if (order.filter(Order::awaitsShipping).isPresent()) return List.of("RT:SHIP", "unit");
        return List.of("RT:RECEIVE", "unit");
    }

    private static List<String> inWork(Context context, Tests tests, Order order)
            throws RecordProblem {
        var begun = order.intake().isPresent() || !order.removals().isEmpty();
        if (begun && !order.unfilled().isEmpty()) return List.of("component", "RT:NA");
        if (!Checklist.isOver(order)) return List.of("RT:ALLOK", "RT:OK", "RT:NOK", "RT:HOLD");
        var expects = new ArrayList<String>();
        if (order.faults().isEmpty()) expects.add("RT:F:…");
        expects.add("component");
        tests.nextStep()
                .ifPresent(s -> expects.add(s.tool().map(k -> "tool " + k).orElse("RT:OK")));
        var blocked = new HashMap<String, Finding>();
        for (var l : context.world(List.of()).gate(Optional.empty()))
            if (l.blocks()) blocked.putIfAbsent(l.id(), l.finding());
        deciding(order, tests, blocked).ifPresent(expects::add);
        return List.copyOf(expects);
    }

    /// What a unit was sent back for.
    private static String again(BackTo stage) {
        return switch (stage) {
            case INTAKE -> "RT:SIGN";
            case DIAGNOSIS -> "RT:F:…";
            case REPAIR -> "RT:A:…";
            case TEST -> "RT:TEST";
        };
    }

    /// The card that goes on where nothing else is in the way.
    private static Optional<String> deciding(Order order, Tests tests, Map<String, Finding> blocked)
            throws RecordProblem {
        if (tests.timerWaits()) return Optional.of("RT:START");
        if (tests.here().stream().anyMatch(r -> r.timer().isPresent()) && tests.onlyTimers())
            return Optional.of("RT:STOP");
        if (blocked.keySet().stream().anyMatch(id -> id.matches("G07|G08|G09")))
            return Optional.of("RT:TEST");
        if (blocked.get("G14") instanceof Finding.RejectedBy)
            return order.rejection().map(r -> again(r.backTo()));
        if (blocked.containsKey("G14")) return Optional.of("RT:SIGN");
        if (blocked.containsKey("G16")) return Optional.of("RT:UNHOLD");
        return blocked.containsKey("G03") ? Optional.empty() : Optional.of("RT:RELEASE");
    }
}
