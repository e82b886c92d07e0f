// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.List;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.unit.Order;
import rotable.unit.Rejection;
import rotable.unit.Unit;

/// Where an order stands between receipt and shipping: what it waits for next.
public enum Stage {
    NONE,
    INTAKE,
    DIAGNOSIS,
    REPAIR,
    TEST,
    INSPECTION,
    RELEASE,
    LABEL,
    SHIPPING,
    CLOSED;

    /// The stage of a unit's last order, given its gate.
    public static Stage of(Unit unit, List<Line> gate) {
        if (unit.order().isEmpty()) return NONE;
        var order = unit.order().get();
        if (order.shipped().isPresent() || unit.scrapped()) return CLOSED;
        if (order.ended().isPresent()) return SHIPPING;
        if (!order.isOpen())
            return order.release().orElseThrow().confirmed().isPresent() ? SHIPPING : LABEL;
        return inWork(order, gate);
    }

    private static Stage inWork(Order order, List<Line> gate) {
        if (order.intake().isEmpty()) return INTAKE;
        var back = Rejection.unanswered(order);
        if (back.isPresent()) return backTo(back.get());
        var touched = !order.changes().isEmpty() || !order.runs().isEmpty();
        if (order.faults().isEmpty() && !touched) return DIAGNOSIS;
        if (!order.unfilled().isEmpty()) return REPAIR;
        if (blocks(gate, "G07", "G08", "G09", "G10", "G12"))
            return order.runs().isEmpty() || failed(order) ? REPAIR : TEST;
        if (blocks(gate, "G03")) return REPAIR;
        return blocks(gate, "G14") ? INSPECTION : RELEASE;
    }

    /// Whether the run that ended last failed, and nothing was done since.
    private static boolean failed(Order order) {
        if (order.runs().isEmpty()) return false;
        var run = order.runs().getLast();
        return run.result().filter(r -> r == Result.FAIL).isPresent()
                && order.changes().stream().allMatch(c -> c.stamp().precedes(run.stamp()));
    }

    private static Stage backTo(Rejection rejection) {
        return switch (rejection.backTo()) {
            case INTAKE -> INTAKE;
            case DIAGNOSIS -> DIAGNOSIS;
            case REPAIR -> REPAIR;
            case TEST -> TEST;
        };
    }

    private static boolean blocks(List<Line> gate, String... ids) {
        return gate.stream().anyMatch(l -> l.blocks() && List.of(ids).contains(l.id()));
    }
}
