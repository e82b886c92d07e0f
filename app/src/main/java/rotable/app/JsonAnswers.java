// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.Duration;
import java.util.Locale;
import rotable.bench.Answer;
import rotable.bench.BenchState;
import rotable.bench.Link;
import rotable.bench.Messages;
import rotable.decision.Settlement;
import rotable.release.Line;
import rotable.release.Stage;
import rotable.release.Status;
import rotable.turnaround.Turnaround;
import rotable.unit.Order;
import rotable.unit.Place;
import rotable.unit.Unit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers for programs: one JSON object each, in the form that `docs/console.md` gives. Members
/// may be added, never changed.
final class JsonAnswers implements AnswerWriter {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Messages messages;

    JsonAnswers(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String write(Answer a, BenchState state) {
        var node = MAPPER.createObjectNode();
        node.put("n", a.n());
        node.put("at", a.at().toString());
        node.put("outcome", a.outcome().name().toLowerCase(Locale.ROOT));
        node.put("text", messages.text(a.text(), state.reference(), a.at()));
        put(node, "next", messages.next(a.text(), state.reference(), a.at()));
        if (!a.reasons().isEmpty()) reasons(node.putArray("reasons"), a, state);
        state.hand().ifPresent(u -> unit(node.putObject("unit"), u, a, state));
        if (!state.gate().isEmpty()) gate(node.putArray("gate"), a, state);
        state.expects().forEach(node.withArray("expects")::add);
        if (!a.choices().isEmpty()) choices(node.putArray("choices"), a, state);
        if (!a.entries().isEmpty()) entries(node.putArray("entries"), a);
        if (!(state.link() instanceof Link.None)) sync(node.putObject("sync"), state);
        return MAPPER.writeValueAsString(node);
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) node.put(name, value);
    }

    private void reasons(ArrayNode list, Answer a, BenchState state) {
        for (var reason : a.reasons()) {
            var node = list.addObject();
            node.put("code", reason.code());
            node.put("text", messages.text(reason.said(), state.reference(), a.at()));
            put(node, "next", messages.next(reason.said(), state.reference(), a.at()));
        }
    }

    private static void unit(ObjectNode node, Unit unit, Answer a, BenchState state) {
        node.put("part", unit.id().part().number());
        node.put("serial", unit.id().serial());
        node.put("status", word(Status.of(unit).name()));
        node.put("stage", word(Stage.of(unit, state.gate()).name()));
        whereabouts(node, unit);
        if (!unit.openCases().isEmpty()) cases(node.putArray("cases"), unit);
        if (!(state.link() instanceof Link.None)) node.put("unplaced", unplaced(unit));
        if (unit.order().isEmpty()) return;
        var order = unit.order().get();
        node.put("order", order.id().value());
        declared(node, order);
        times(node.putObject("times"), Turnaround.of(unit, order, state.reference(), a.at()));
    }

    /// What sits in it, where it sits itself, where it was put, and what holds it.
    private static void whereabouts(ObjectNode node, Unit unit) {
        unit.installedIn().ifPresent(p -> place(node.putObject("installedIn"), p));
        unit.removedFrom()
                .filter(p -> unit.installedIn().isEmpty())
                .ifPresent(p -> place(node.putObject("removedFrom"), p));
        unit.location().ifPresent(l -> node.put("location", l));
        for (var h : unit.holds())
            node.withArray("holds").addObject().put("id", h.id().value()).put("reason", h.reason());
        unit.children()
                .forEach(
                        (position, child) -> {
                            var at = node.withArray("children").addObject();
                            at.put("position", position.value());
                            child.ifPresent(
                                    c -> at.put("part", c.part().number()).put("mark", c.mark()));
                        });
    }

    private static void place(ObjectNode node, Place p) {
        node.put("serial", p.parent().serial()).put("position", p.position().value());
    }

    private static void declared(ObjectNode node, Order order) {
        var d = order.declared();
        d.customer().ifPresent(c -> node.put("customer", c));
        d.rma().ifPresent(r -> node.put("rma", r));
        d.fault().ifPresent(f -> node.put("fault", f));
        d.condition().ifPresent(c -> node.put("condition", c));
    }

    /// What waits for a supervisor, and how it can be settled.
    private static void cases(ArrayNode list, Unit unit) {
        for (var c : unit.openCases()) {
            var node = list.addObject();
            node.put("id", c.id()).put("rule", word(c.rule().name())).put("text", c.text());
            node.put("first", c.first()).put("second", c.second().stamp().hash());
            for (var how : Settlement.of(c)) node.withArray("ways").add(word(how.name()));
        }
    }

    /// Entries of it that the centre has not placed yet, so that their order may change.
    private static long unplaced(Unit unit) {
        return unit.own().stream().filter(r -> r.stamp().position() == 0).count();
    }

    /// Seconds; the stages sum to the gross time.
    private static void times(ObjectNode node, Turnaround t) {
        node.put("gross", t.gross().toSeconds());
        node.put("touch", t.touch().toSeconds());
        var stages = node.putObject("stages");
        var sum = Duration.ZERO;
        for (var stage : t.stages().entrySet()) {
            var before = sum.toSeconds();
            sum = sum.plus(stage.getValue());
            // So that no second is lost between two stages.
            stages.put(word(stage.getKey().name()), sum.toSeconds() - before);
        }
    }

    /// `IN_WORK` and `InStep` as `in-work` and `in-step`.
    private static String word(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private void gate(ArrayNode list, Answer a, BenchState state) {
        for (var line : state.gate()) {
            var node = list.addObject();
            node.put("id", line.id());
            node.put("class", line.weight().name().toLowerCase(Locale.ROOT));
            node.put("state", line.state().text());
            var finding = (Record) line.finding();
            node.put("fact", messages.text(finding, state.reference(), a.at()));
            if (line.blocks() || line.state() == Line.State.OVERRIDDEN)
                put(node, "next", messages.next(finding, state.reference(), a.at()));
        }
    }

    private void choices(ArrayNode list, Answer a, BenchState state) {
        for (var c : a.choices())
            list.addObject()
                    .put("key", c.key())
                    .put("text", messages.text(c.text(), state.reference(), a.at()));
    }

    /// How the exchange with the centre is.
    private static void sync(ObjectNode node, BenchState state) {
        node.put("state", word(state.link().getClass().getSimpleName()));
        node.put("waiting", state.waiting());
        state.waitingSince().ifPresent(t -> node.put("oldest", t.toString()));
        state.clockAhead().ifPresent(d -> node.put("clockAhead", d.toSeconds()));
        switch (state.link()) {
            case Link.None l -> {}
            case Link.Connecting l -> {}
            case Link.CatchingUp l -> node.put("percent", l.percent());
            case Link.InStep l -> node.put("since", l.at().toString());
            case Link.Offline l -> node.put("since", l.since().toString()).put("why", l.why());
            case Link.Stopped l -> node.put("since", l.since().toString()).put("why", l.why());
        }
    }

    private static void entries(ArrayNode list, Answer a) {
        for (var e : a.entries())
            list.addObject()
                    .put("seq", e.envelope().seq())
                    .put("type", e.envelope().type())
                    .put("hash", e.hash());
    }
}
