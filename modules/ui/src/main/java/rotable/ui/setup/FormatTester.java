// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.setup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import rotable.bench.BenchState;
import rotable.format.FormatRule;
import rotable.format.FormatRule.Check;
import rotable.format.FormatRule.Normalisation;
import rotable.identity.PartId;
import rotable.label.Nameplate.Name;
import rotable.label.Reading;
import rotable.supplier.FormatChecks;
import rotable.supplier.SupplierRules;
import rotable.ui.kit.Columns;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;

/// Tries a format rule on serials while it is written: what is wrong with the rule, and what it
/// makes of each serial.
final class FormatTester extends HBox {
    private final ComboBox<String> chosen = new ComboBox<>();
    private final TextField maker = field("format-maker");
    private final TextField part = field("format-part");
    private final TextField pattern = field("format-pattern");
    private final TextField check = field("format-check");
    private final TextField date = field("format-date");
    private final CheckComboBox<Normalisation> normalise = new CheckComboBox<>();
    private final TextArea texts = new TextArea();
    private final Label verdict = new Label();
    private final TableView<Row> table = new TableView<>();
    private List<FormatRule> rules = List.of();
    private List<String> countries = List.of();
    private int year = LocalDate.EPOCH.getYear();

    /// A serial and what the rule makes of it.
    private record Row(String text, Optional<Reading> reading) {
        String says(Name name) {
            return reading.flatMap(r -> r.nameplate().get(name)).orElse("");
        }
    }

    FormatTester() {
        super(14);
        setPadding(new Insets(10, 0, 0, 0));
        texts.setId("format-texts");
        texts.setPrefRowCount(4);
        verdict.setId("format-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        normalise.getItems().setAll(Normalisation.values());
        var form = form();
        var right = results();
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(form, right);
        chosen.setOnAction(e -> fill());
        for (var f : List.of(maker, part, pattern, check, date))
            f.textProperty().subscribe(() -> tried());
        texts.textProperty().subscribe(() -> tried());
        normalise
                .getCheckModel()
                .getCheckedItems()
                .addListener((ListChangeListener<Normalisation>) c -> tried());
    }

    private static TextField field(String id) {
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(9);
        return field;
    }

    private VBox form() {
        var grid = new GridPane(8, 6);
        row(grid, 0, Text.FORMAT_RULE, chosen);
        row(grid, 1, Text.FORMAT_MAKER, maker, Text.FORMAT_PART, part);
        row(grid, 2, Text.FORMAT_PATTERN, pattern);
        row(grid, 3, Text.FORMAT_NORMALISE, normalise);
        row(grid, 4, Text.FORMAT_CHECK, check, Text.FORMAT_DATE, date);
        var hint = Css.label(Text.FORMAT_HINT.of(), Css.DIM);
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        var label = Css.label(Text.FORMAT_TEXTS.of());
        label.setLabelFor(texts);
        texts.setAccessibleText(label.getText());
        VBox.setVgrow(texts, Priority.ALWAYS);
        var form = new VBox(8, grid, hint, label, texts);
        form.setPrefWidth(440);
        form.setMinWidth(440);
        return form;
    }

    private static void row(GridPane grid, int row, Text name, Control control) {
        add(grid, row, 0, name, control);
        GridPane.setColumnSpan(control, 3);
    }

    private static void row(
            GridPane grid, int row, Text name, Control control, Text other, Control second) {
        add(grid, row, 0, name, control);
        add(grid, row, 2, other, second);
    }

    private static void add(GridPane grid, int row, int column, Text name, Control control) {
        var label = Css.label(name.of());
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        control.setAccessibleText(name.of());
        control.setMaxWidth(Double.MAX_VALUE);
        grid.add(label, column, row);
        grid.add(control, column + 1, row);
    }

    private VBox results() {
        table.setId("format-results");
        var nothing = Css.label(Text.FORMAT_EMPTY.of(), Css.DIM);
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(Text.WHAT, Row::text, 130),
                                Columns.text(
                                        Text.RESULT,
                                        r ->
                                                (r.reading().isPresent()
                                                                ? Text.FORMAT_READS
                                                                : Text.FORMAT_NOT)
                                                        .of(),
                                        95),
                                Columns.text(Text.FORMAT_SERIAL, r -> r.says(Name.SERIAL), 100),
                                Columns.text(Text.FORMAT_LOT, r -> r.says(Name.LOT), 70),
                                Columns.text(
                                        Text.FORMAT_PRODUCED, r -> r.says(Name.PRODUCED), 100)));
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(8, verdict, table);
    }

    /// The rules in force, to begin with one of them.
    void open(BenchState state) {
        var zone = ZoneId.of(state.reference().zone().getId());
        var day = state.last().at().atZone(zone).toLocalDate();
        year = day.getYear();
        rules = state.reference().formatsOn(day);
        chosen.getItems().setAll(rules.stream().map(FormatRule::id).toList());
        chosen.getItems().addFirst(Text.FORMAT_NEW.of());
        chosen.getSelectionModel().selectFirst();
        tried();
    }

    private void fill() {
        countries = List.of();
        rules.stream()
                .filter(r -> r.id().equals(chosen.getValue()))
                .findFirst()
                .ifPresent(this::fill);
    }

    private void fill(FormatRule rule) {
        countries = rule.countries();
        maker.setText(rule.maker());
        part.setText(rule.part().map(PartId::number).orElse(""));
        pattern.setText(rule.pattern());
        date.setText(rule.dateCode().orElse(""));
        check.setText(rule.check().map(FormatTester::said).orElse(""));
        normalise.getCheckModel().clearChecks();
        rule.normalise().forEach(normalise.getCheckModel()::check);
        var examples = new java.util.ArrayList<>(rule.matches());
        examples.addAll(rule.mismatches());
        texts.setText(String.join("\n", examples));
    }

    private static String said(Check check) {
        return check.scheme()
                + (check.over().isEmpty() ? "" : " " + String.join("+", check.over()));
    }

    /// Tries the rule as it stands; whatever is typed has an answer.
    private void tried() {
        try {
            tried(rule());
        } catch (IllegalArgumentException e) {
            // A maker or part of a form that no part can have.
            verdict.setText(String.valueOf(e.getMessage()));
            verdict.getStyleClass().setAll("label", Css.BAD);
        }
    }

    private void tried(FormatRule rule) {
        var lines = texts.getText().lines().map(String::strip).filter(t -> !t.isEmpty()).toList();
        var empty = pattern.getText().isBlank();
        var wrong = empty ? List.<String>of() : new FormatChecks(year).withoutExamples(rule);
        verdict.setText(
                empty ? "" : wrong.isEmpty() ? Text.FORMAT_SOUND.of() : String.join("\n", wrong));
        verdict.getStyleClass().setAll("label", wrong.isEmpty() ? Css.GOOD : Css.BAD);
        var reads =
                empty || !wrong.isEmpty() ? SupplierRules.NONE : SupplierRules.of(List.of(rule));
        table.getItems()
                .setAll(
                        lines.stream()
                                .map(t -> new Row(t, reads.read(t, year).stream().findFirst()))
                                .toList());
    }

    private FormatRule rule() {
        var words = check.getText().strip().split("\\s+", 2);
        var over = words.length > 1 ? List.of(words[1].split("\\+")) : List.<String>of();
        var by = maker.getText().isBlank() ? "MAKER" : maker.getText().strip();
        return new FormatRule(
                "TRIED",
                true,
                by,
                Optional.of(part.getText().strip())
                        .filter(p -> !p.isEmpty())
                        .map(p -> new PartId(by, p)),
                pattern.getText().strip(),
                List.copyOf(normalise.getCheckModel().getCheckedItems()),
                words[0].isEmpty() ? Optional.empty() : Optional.of(new Check(words[0], over)),
                Optional.of(date.getText().strip()).filter(d -> !d.isEmpty()),
                countries,
                List.of(),
                List.of());
    }
}
