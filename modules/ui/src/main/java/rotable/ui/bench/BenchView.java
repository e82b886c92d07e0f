// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.BenchState.Row;
import rotable.bench.Messages;
import rotable.identify.Identifier;
import rotable.people.Person;
import rotable.release.Line;
import rotable.release.Stage;
import rotable.release.Status;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.StatusChip;
import rotable.ui.kit.Symbol;
import rotable.ui.kit.Text;
import rotable.unit.Order;

/// The bench without a unit in hand: who works, which units are open, oldest first.
public final class BenchView extends VBox {
    private static final double MODULE = 4;

    private final Messages messages;
    private final ShellActions actions;
    private final boolean training;
    private final VBox content = new VBox(10);

    public BenchView(Messages messages, ShellActions actions, boolean training) {
        this.messages = messages;
        this.actions = actions;
        this.training = training;
        getChildren().add(Css.scroll(content));
    }

    public void show(BenchState state) {
        content.getChildren().clear();
        if (state.person().isEmpty()) signIn(state);
        else if (state.parked().isEmpty() && state.hand().isEmpty()) empty();
        else work(state);
    }

    private void say(Text head, Text hint) {
        var sentence = Css.label(hint.of(), Css.PART);
        sentence.setWrapText(true);
        content.getChildren().addAll(Css.label(head.of(), Css.BIG), sentence);
    }

    private void signIn(BenchState state) {
        say(Text.SCAN_BADGE, Text.LOCKED);
        if (!training) return;
        var badges = new FlowPane(20, 20);
        for (var p : state.reference().people().values())
            if (p.active()) badges.getChildren().add(badge(p));
        content.getChildren().addAll(Css.label(Text.SAMPLE_BADGES.of(), Css.DIM), badges);
    }

    private static Node badge(Person person) {
        var roles = person.roles().stream().map(r -> r.name().toLowerCase(java.util.Locale.ROOT));
        return new VBox(
                4,
                Symbol.of(person.badge(), MODULE),
                Css.label(person.name(), Css.TITLE),
                Css.label(String.join(", ", roles.toList()), Css.DIM));
    }

    private void empty() {
        say(Text.MY_WORK, Text.NO_UNIT_OPEN);
        var card = Identifier.cardText("RECEIVE");
        content.getChildren().add(new VBox(4, Symbol.of(card, MODULE), Css.label(card, Css.MONO)));
    }

    private void work(BenchState state) {
        say(Text.MY_WORK, Text.SCAN_OR_CHOOSE);
        state.hand()
                .filter(u -> u.openOrder().isPresent())
                .map(u -> new Row(u, Stage.of(u, state.gate()), missing(state)))
                .ifPresent(row -> content.getChildren().add(row(row, Text.GO_ON, state)));
        for (var row : state.parked()) content.getChildren().add(row(row, Text.TAKE_UP, state));
    }

    private static Optional<Line> missing(BenchState state) {
        return state.gate().stream().filter(Line::blocks).min(Comparator.comparingInt(Line::rank));
    }

    private Node row(Row row, Text how, BenchState state) {
        var unit = row.unit();
        var chip = new StatusChip();
        chip.show(Status.of(unit));
        chip.getStyleClass().add("chip-small");
        var take = new Button(how.of());
        take.getStyleClass().add(Css.ACTION);
        take.setAccessibleText(Text.TAKE_UP_UNIT.of(unit.id().serial()));
        take.setOnAction(e -> actions.open(unit.id()));
        var head =
                new HBox(
                        Css.label(unit.id().serial(), Css.MONO, Css.BIG),
                        Css.label(unit.id().part().number()),
                        chip,
                        Css.space(),
                        take);
        head.getStyleClass().add(Css.ROW);
        var card = new VBox(2, head, Css.label(standing(row, state), Css.DIM));
        card.getStyleClass().add(Css.CARD);
        return card;
    }

    private String standing(Row row, BenchState state) {
        var at = state.last().at();
        var days =
                row.unit()
                        .order()
                        .map(Order::opened)
                        .map(o -> Duration.between(o.at(), at).toDays())
                        .orElse(0L);
        var missing =
                row.missing()
                        .map(
                                l ->
                                        l.id()
                                                + " "
                                                + messages.text(
                                                        (Record) l.finding(),
                                                        state.reference(),
                                                        at))
                        .orElse(Text.NOTHING_MISSING.of());
        return String.join(
                "   ·   ",
                messages.word("Stage." + row.stage().name()),
                Text.AGE.of(days),
                missing);
    }
}
