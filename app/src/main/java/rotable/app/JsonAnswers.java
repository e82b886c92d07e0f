// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.Locale;
import rotable.bench.Answer;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.release.Line;
import rotable.release.Stage;
import rotable.release.Status;
import rotable.turnaround.Turnaround;
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
        if (unit.order().isEmpty()) return;
        var order = unit.order().get();
        node.put("order", order.id().value());
        times(node.putObject("times"), Turnaround.of(unit, order, a.at()));
    }

    /// Seconds; the stages sum to the gross time.
    private static void times(ObjectNode node, Turnaround t) {
        node.put("gross", t.gross().toSeconds());
        node.put("touch", t.touch().toSeconds());
        var stages = node.putObject("stages");
        t.stages().forEach((wait, time) -> stages.put(word(wait.name()), time.toSeconds()));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
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

    private static void entries(ArrayNode list, Answer a) {
        for (var e : a.entries())
            list.addObject()
                    .put("seq", e.envelope().seq())
                    .put("type", e.envelope().type())
                    .put("hash", e.hash());
    }
}
