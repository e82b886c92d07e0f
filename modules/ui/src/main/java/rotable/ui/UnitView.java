// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.identity.Child;
import rotable.release.Stage;
import rotable.release.Status;
import rotable.unit.Declaration;
import rotable.unit.Order;
import rotable.unit.Recorded;
import rotable.unit.TestRun;
import rotable.unit.Unit;

/// One unit: what it is, where it stands, what was done to it.
final class UnitView extends VBox {
    private final Messages messages;
    private final Label part = new Label();
    private final Label serial = new Label();
    private final Label chip = new Label();
    private final Label order = new Label();
    private final HBox stages = new HBox();
    private final VBox work = new VBox(8);
    private final ArrivalForm arrival;
    private final ListView<String> structure = new ListView<>();
    private final ListView<String> history = new ListView<>();

    UnitView(Messages messages, Consumer<Declaration> declare) {
        super(12);
        arrival = new ArrivalForm(declare);
        this.messages = messages;
        part.getStyleClass().add(Css.PART);
        serial.getStyleClass().add(Css.SERIAL);
        chip.getStyleClass().add(Css.CHIP);
        order.getStyleClass().add(Css.DIM);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(16, serial, space, chip);
        header.getStyleClass().add(Css.ROW);
        var card = new VBox(4, part, header, order);
        card.getStyleClass().add(Css.CARD);
        var tabs =
                new TabPane(
                        tab("Work", scrolled(work)),
                        tab("Structure", structure),
                        tab("History", history));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(card, arrival, stages, tabs);
    }

    private static Node scrolled(VBox box) {
        box.getStyleClass().add("work");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private static Tab tab(String name, Node content) {
        var tab = new Tab(name, content);
        tab.setClosable(false);
        return tab;
    }

    void show(Unit unit, BenchState state) {
        var known = state.reference().part(unit.id().part());
        part.setText(
                unit.id().part().number() + known.map(p -> "   " + p.description()).orElse(""));
        serial.setText(unit.id().serial());
        chip(Status.of(unit));
        order.setText(unit.order().map(UnitView::orderLine).orElse("No repair order yet"));
        var arriving = unit.openOrder().filter(o -> o.intake().isEmpty());
        arrival.setVisible(arriving.isPresent());
        arrival.setManaged(arriving.isPresent());
        arriving.ifPresent(arrival::show);
        stages(Stage.of(unit, state.gate()));
        work.getChildren().setAll(work(unit, state));
        structure.getItems().setAll(structure(unit, state));
        history.getItems().setAll(history(unit, state));
    }

    private static String orderLine(Order o) {
        var d = o.declared();
        var said = new ArrayList<String>();
        said.add("Order " + o.id());
        d.customer().ifPresent(said::add);
        d.rma().ifPresent(r -> said.add("RMA " + r));
        d.fault().ifPresent(f -> said.add("“" + f + "”"));
        said.add(o.set() + " v" + o.setVersion());
        return String.join("  ·  ", said);
    }

    private void chip(Status status) {
        chip.setText(icon(status) + " " + words(status.name()));
        chip.getStyleClass().setAll("label", Css.CHIP, style(status));
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    private static String icon(Status s) {
        return switch (s) {
            case RELEASED, SHIPPED, INSTALLED -> "✔";
            case IN_WORK -> "▶";
            case ON_HOLD -> "■";
            case RELEASE_VOID, SCRAPPED, BER -> "✖";
            case UNKNOWN, SUSPECT, UNREPAIRED, EXCHANGED -> "▲";
            case KNOWN, WAITING -> "…";
        };
    }

    private static String style(Status s) {
        return switch (s) {
            case RELEASED, SHIPPED, INSTALLED -> "chip-released";
            case IN_WORK -> "chip-work";
            case ON_HOLD -> "chip-hold";
            case RELEASE_VOID, SCRAPPED, BER -> "chip-failed";
            case UNKNOWN, SUSPECT, UNREPAIRED, EXCHANGED -> "chip-attention";
            case KNOWN, WAITING -> "chip-waiting";
        };
    }

    private void stages(Stage now) {
        stages.getChildren().clear();
        for (var s : Stage.values()) {
            if (s == Stage.NONE || s == Stage.CLOSED) continue;
            var name = s.name().charAt(0) + s.name().substring(1).toLowerCase(Locale.ROOT);
            var label = new Label(name);
            label.getStyleClass().add(Css.STAGE);
            label.setMinWidth(Region.USE_PREF_SIZE);
            if (s == now) label.getStyleClass().add(Css.STAGE_NOW);
            stages.getChildren().add(label);
        }
    }

    private List<Node> work(Unit unit, BenchState state) {
        var rows = new ArrayList<Node>();
        var open = unit.order();
        if (open.isEmpty()) return rows;
        var o = open.get();
        var set = state.reference().set(o.set(), o.setVersion());
        if (set.isEmpty()) return rows;
        for (var step : set.get().steps()) {
            var check = o.checks().get(step.id());
            var mark = check == null ? "○" : check.settled() ? "✔" : "✖";
            rows.add(
                    row(
                            mark,
                            step.text(),
                            check == null
                                    ? ""
                                    : check.value().orElse(word(check.fact().answer()))));
        }
        for (var test : set.get().tests()) {
            var runs = o.runs(test.id());
            var last = runs.isEmpty() ? "" : result(runs.getLast());
            rows.add(
                    row(
                            runs.isEmpty() ? "○" : mark(runs.getLast()),
                            test.id() + "  " + test.title(),
                            last));
        }
        return rows;
    }

    private String word(Enum<?> e) {
        return messages.word(e.getDeclaringClass().getSimpleName() + "." + e.name());
    }

    private static String mark(TestRun run) {
        return run.result()
                .map(r -> r == rotable.fact.TestFact.TestEnded.Result.PASS ? "✔" : "✖")
                .orElse("▶");
    }

    private static String result(TestRun run) {
        var values =
                run.readings().stream().map(r -> (r.value() + " " + r.unit()).strip()).toList();
        return String.join(", ", values)
                + run.result().map(r -> "  " + r.name()).orElse("  running");
    }

    private static Node row(String mark, String text, String value) {
        var left = new Label(mark + "  " + text);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var right = new Label(value);
        right.getStyleClass().add(Css.MONO);
        var row = new HBox(left, space, right);
        row.getStyleClass().add(Css.ROW);
        return row;
    }

    private static List<String> structure(Unit unit, BenchState state) {
        var rows = new ArrayList<String>();
        var part = state.reference().part(unit.id().part());
        for (var p : part.map(x -> x.positions()).orElse(List.of())) {
            var now = text(unit.children().get(p.id()));
            var was = unit.order().map(o -> text(o.asReceived().get(p.id()))).orElse(now);
            rows.add(p.id() + "   " + now + (was.equals(now) ? "" : "      as received: " + was));
        }
        return rows;
    }

    private static String text(java.util.@org.jspecify.annotations.Nullable Optional<Child> child) {
        if (child == null) return "as received, not read";
        return child.map(c -> c.part().number() + " " + c.mark()).orElse("open");
    }

    private List<String> history(Unit unit, BenchState state) {
        return unit.history().reversed().stream().map(r -> line(r, state)).toList();
    }

    private String line(Recorded r, BenchState state) {
        var at = r.stamp().at().atZone(state.reference().zone());
        return "%s  %-8s %s  %s"
                .formatted(
                        at.format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")),
                        state.reference().nameOf(r.stamp().operator()),
                        r.stamp().bench(),
                        messages.text((Record) r.fact(), state.reference(), state.last().at()));
    }
}
