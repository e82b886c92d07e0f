// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.setup;

import java.util.LinkedHashSet;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.damage.SelfTest;
import rotable.label.Rules;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Symbol;
import rotable.ui.kit.Text;

/// A scanner's self-test: a symbol to scan off the screen, and what is wrong with what arrives.
/// Below stands what was noticed in the scans of today.
final class ScannerTest extends VBox {
    private static final double MODULE = 5;

    private final ShellActions actions;
    private final Button start = new Button();
    private final VBox found = new VBox(6);
    private final VBox earlier = new VBox(6);
    private boolean running;

    ScannerTest(ShellActions actions) {
        super(12);
        this.actions = actions;
        setPadding(new Insets(10, 0, 0, 0));
        start.setId("self-test");
        start.getStyleClass().add(Css.ACTION);
        start.setOnAction(e -> toggle());
        found.setId("self-test-found");
        var hint = Css.label(Text.SELF_TEST_HINT.of());
        hint.setWrapText(true);
        var symbol = Symbol.of(SelfTest.SYMBOL, MODULE);
        symbol.setAccessibleText(Text.SELF_TEST_HINT.of());
        getChildren().addAll(hint, new HBox(24, symbol, new VBox(12, start, found)), earlier);
        shown();
    }

    private void shown() {
        start.setText((running ? Text.SELF_TEST_END : Text.SELF_TEST_START).of());
    }

    private void toggle() {
        if (running) {
            end();
            return;
        }
        running = true;
        found.getChildren().setAll(line(Text.SELF_TEST_WAITS.of(), Css.PART));
        actions.selfTest(Optional.of(this::received));
        shown();
    }

    /// Ends a test that is under way; scans mean something again.
    ///
    /// @return whether one was under way
    boolean end() {
        if (!running) return false;
        running = false;
        actions.selfTest(Optional.empty());
        found.getChildren().clear();
        shown();
        return true;
    }

    private void received(String text, boolean terminated) {
        end();
        var notes = SelfTest.diagnose(text, terminated);
        found.getChildren().clear();
        if (notes.isEmpty()) found.getChildren().add(line(Text.SELF_TEST_GOOD.of(), Css.GOOD));
        for (var n : notes) found.getChildren().add(line("✖ " + n.text(), Css.BAD));
        found.getChildren().add(line(Text.SELF_TEST_GOT.of(Rules.shown(text)), Css.MONO));
    }

    private static Label line(String text, String style) {
        var line = Css.label(text, style);
        line.setWrapText(true);
        return line;
    }

    /// What was noticed in earlier scans, each once, by the device.
    void show(BenchState state) {
        var said = new LinkedHashSet<String>();
        for (var h : state.heard()) for (var n : h.notes()) said.add(h.device() + ": " + n);
        earlier.getChildren().clear();
        if (!said.isEmpty())
            earlier.getChildren().add(Css.label(Text.SELF_TEST_EARLIER.of(), Css.DIM));
        for (var s : said) earlier.getChildren().add(line(s, Css.BAD));
    }
}
