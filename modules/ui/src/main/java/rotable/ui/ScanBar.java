// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import rotable.bench.BenchState;
import rotable.bench.Pending;
import rotable.identity.UnitId;
import rotable.people.Person;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;
import rotable.unit.Unit;

/// What a scan would do now, and where to type what is not scanned. Always there.
final class ScanBar extends HBox {
    private static final String DRAFT = "entry";

    private final Label expects = Css.label("", "expects");
    private final Label asked = Css.label("", Css.DIM);
    private final TextField entry = new Entry();
    private final PasswordField pin = new PasswordField();
    private Optional<UnitId> draftOf = Optional.empty();
    private Optional<Person> pinOf = Optional.empty();
    private boolean filling;
    private boolean secret;
    private boolean again;

    /// Where a serial is typed for the second time, nothing is pasted: it would prove nothing.
    private final class Entry extends TextField {
        @Override
        public void paste() {
            if (!again) super.paste();
        }
    }

    ScanBar(ShellActions actions) {
        getStyleClass().add("scan-bar");
        expects.setId("expects");
        expects.setWrapText(true);
        expects.setMinHeight(Region.USE_PREF_SIZE);
        expects.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(expects, Priority.ALWAYS);
        asked.setMinWidth(Region.USE_PREF_SIZE);
        var word = Css.label(Text.SCAN.of(), "scan-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        entry(actions);
        pin(actions);
        getChildren().addAll(word, expects, asked, entry, pin);
    }

    private void entry(ShellActions actions) {
        entry.setId("entry");
        entry.setPrefColumnCount(18);
        asked.setLabelFor(entry);
        entry.setOnAction(
                e -> {
                    var text = entry.getText();
                    entry.clear();
                    actions.typed(text);
                });
        entry.textProperty()
                .subscribe(
                        text -> {
                            if (!filling && !secret)
                                draftOf.ifPresent(u -> actions.draft(u, DRAFT, text));
                        });
    }

    private void pin(ShellActions actions) {
        pin.setId("pin");
        pin.setPromptText(Text.PIN.of());
        pin.setAccessibleText(Text.PIN.of());
        pin.setOnAction(
                e -> {
                    var typed = pin.getText().toCharArray();
                    pin.clear();
                    actions.pin(typed);
                });
    }

    /// @param covered whether something else on the screen has the keyboard now
    void show(BenchState state, boolean covered) {
        expects.setText(Text.EXPECTS.of(String.join(" · ", state.expects())));
        var signer = signer(state);
        var asksPin = signer.isPresent();
        if (!signer.equals(pinOf)) pin.clear();
        pinOf = signer;
        secret = state.pending().beside() instanceof Pending.Signature;
        again = state.pending() instanceof Pending.TypeAgain;
        pin.setVisible(asksPin);
        pin.setManaged(asksPin);
        entry.setVisible(!asksPin);
        entry.setManaged(!asksPin);
        var prompt = prompt(state);
        asked.setText(asksPin ? "" : prompt);
        entry.setAccessibleText(prompt);
        draft(state);
        if (asksPin) pin.requestFocus();
        else if (!covered && (asksText(state) || !typesElsewhere())) entry.requestFocus();
    }

    /// Whether something is asked for that is typed here.
    private static boolean asksText(BenchState state) {
        return !(state.pending() instanceof Pending.Nothing) || state.expects().contains("value");
    }

    /// Whether somebody is typing in another field, which a scan does not end.
    private boolean typesElsewhere() {
        var focused = getScene() == null ? null : getScene().getFocusOwner();
        return focused instanceof TextInputControl t
                && !t.equals(entry)
                && !t.equals(pin)
                && isShown(t);
    }

    private static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
        return true;
    }

    private static Optional<Person> signer(BenchState state) {
        return state.pending().beside() instanceof Pending.Signature s
                ? s.signer()
                : Optional.empty();
    }

    /// What was half typed for the unit that comes in hand stands there again.
    private void draft(BenchState state) {
        var unit = state.hand().map(Unit::id);
        if (unit.equals(draftOf)) return;
        var fromNothing = draftOf.isEmpty() && !state.drafts().containsKey(DRAFT);
        draftOf = unit;
        // Typed before there was a unit: it stays, and is the unit's from now on.
        if (fromNothing) return;
        filling = true;
        entry.setText(state.drafts().getOrDefault(DRAFT, ""));
        entry.end();
        filling = false;
    }

    private static String prompt(BenchState state) {
        if (state.pending() instanceof Pending.Reason) return Text.ENTRY_REASON.of();
        if (state.pending() instanceof Pending.TypeAgain) return Text.ENTRY_AGAIN.of();
        if (state.expects().contains("value")) return Text.ENTRY_VALUE.of();
        return Text.ENTRY_SERIAL.of();
    }

    /// Takes what was typed elsewhere.
    void typed(String text) {
        type();
        (pin.isVisible() ? pin : entry).appendText(text);
    }

    /// F2: puts the cursor where a serial is typed.
    void type() {
        (pin.isVisible() ? pin : entry).requestFocus();
    }
}
