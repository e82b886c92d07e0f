// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import rotable.bench.BenchState;
import rotable.bench.Link;
import rotable.bench.Messages;
import rotable.bench.Word;
import rotable.fact.BenchFact;
import rotable.fact.CustodyFact;
import rotable.fact.Evidence;
import rotable.fact.IntakeFact;
import rotable.fact.RepairFact;
import rotable.fact.UnitFact;
import rotable.identity.UnitId;
import rotable.ui.kit.Authors;
import rotable.ui.kit.Columns;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// Everything recorded of a unit, newest first: when, who, at which bench, scanned or typed.
final class HistoryTab extends VBox {
    private final Messages messages;
    private final ObservableList<Row> all = FXCollections.observableArrayList();
    private final FilteredList<Row> rows = new FilteredList<>(all);

    private final TextField filter = TextFields.createClearableTextField();
    private Optional<UnitId> of = Optional.empty();
    private final Set<String> undone = new HashSet<>();

    private record Row(String when, String who, String what) {
        boolean contains(String text) {
            return String.join(" ", when, who, what).toLowerCase(Locale.ROOT).contains(text);
        }
    }

    HistoryTab(Messages messages) {
        super(8);
        this.messages = messages;
        filter.setId("history-filter");
        filter.setPromptText(Text.FILTER.of());
        filter.setAccessibleText(Text.FILTER.of());
        filter.textProperty()
                .subscribe(
                        text -> {
                            var wanted = text.strip().toLowerCase(Locale.ROOT);
                            rows.setPredicate(r -> r.contains(wanted));
                        });
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(filter, table, whole(table));
    }

    /// What happened in the chosen row, whole where the column is too narrow for it.
    private static Label whole(TableView<Row> table) {
        var label = new Label();
        label.setId("history-whole");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.visibleProperty());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            label.setVisible(row != null);
                            label.setText(row == null ? "" : row.what());
                        });
        return label;
    }

    private TableView<Row> table() {
        var table = new TableView<Row>(rows);
        table.setId("history");
        table.setPlaceholder(Css.label(Text.NO_ENTRIES.of(), Css.DIM));
        var when = Columns.text(Text.WHEN, Row::when, 145);
        var who = Columns.text(Text.WHO, Row::who, 100);
        when.setMaxWidth(160);
        who.setMaxWidth(170);
        table.getColumns().setAll(List.of(when, who, Columns.text(Text.WHAT, Row::what, 330)));
        // What happened takes the room that is left.
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        return table;
    }

    void show(Unit unit, BenchState state) {
        if (!of.equals(Optional.of(unit.id()))) filter.clear();
        of = Optional.of(unit.id());
        var shown = unit.id().tag().isPresent() ? unit.own() : unit.history();
        undone.clear();
        for (var r : shown)
            if (r.fact() instanceof BenchFact.Undone u && r.without().isEmpty())
                undone.add(u.command());
        all.setAll(shown.reversed().stream().map(r -> row(unit, r, state)).toList());
    }

    private Row row(Unit unit, Recorded r, BenchState state) {
        return new Row(
                Dates.time(r.stamp().at(), state),
                Authors.of(r, state.reference()) + " · " + r.stamp().bench(),
                standing(unit, r, state)
                        + messages.text(told(unit, r), state.reference(), state.last().at())
                        + how(r));
    }

    /// Of what was taken back, what that was.
    private static Record told(Unit unit, Recorded r) {
        if (!(r.fact() instanceof BenchFact.Undone u)) return (Record) r.fact();
        return unit.history().reversed().stream()
                .filter(x -> x.entry().envelope().command().equals(u.command()))
                .findFirst()
                .<Record>map(x -> new Word.TakenBack((Record) x.fact()))
                .orElse(u);
    }

    /// What is to be known of an entry that does not simply hold.
    private String standing(Unit unit, Recorded r, BenchState state) {
        var said = new StringBuilder();
        var apart = state.link() instanceof Link.None;
        if (!apart && r.stamp().position() == 0) said.append(Text.ONLY_HERE.of()).append("  ");
        if (r.fact() instanceof UnitFact f
                && f.unit().equals(unit.id())
                && !unit.owner(f).equals(unit.id()))
            said.append(Text.OF_THE_SECOND.of(unit.owner(f).serial())).append("  ");
        else r.without().ifPresent(w -> said.append(Text.NO_EFFECT.of(w.why())).append("  "));
        if (undone.contains(r.entry().envelope().command()))
            said.append(Text.UNDONE.of()).append("  ");
        r.review().ifPresent(v -> said.append(Text.TO_REVIEW.of(v.why())).append("  "));
        return said.toString();
    }

    /// Scanned or typed, and why.
    private static String how(Recorded r) {
        var said = evidence(r).stream().flatMap(e -> Stream.of(Optional.of(how(e)), e.reason()));
        return said.flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .map(" · %s"::formatted)
                .collect(Collectors.joining());
    }

    private static Optional<Evidence> evidence(Recorded r) {
        return switch (r.fact()) {
            case IntakeFact.Adopted f -> Optional.of(f.evidence());
            case IntakeFact.Received f -> Optional.of(f.evidence());
            case RepairFact.Removed f -> Optional.of(f.evidence());
            case RepairFact.Installed f -> Optional.of(f.evidence());
            case CustodyFact.IdentityRead f -> Optional.of(f.evidence());
            default -> Optional.empty();
        };
    }

    private static String how(Evidence evidence) {
        return switch (evidence.how()) {
            case SCANNED -> Text.SCANNED.of();
            case TYPED -> Text.TYPED.of();
            case ELECTRONIC -> Text.READ.of();
            case INFERRED -> "";
        };
    }
}
