// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import rotable.bench.Action;

/// The keys: those of the actions, and those of the window itself.
final class Shortcuts {
    private final Scene scene;

    Shortcuts(Scene scene) {
        this.scene = scene;
    }

    /// Gives every action its key.
    void actions(Consumer<Action> run) {
        for (var action : Action.values())
            scene.getAccelerators()
                    .put(KeyCombination.valueOf(action.key()), () -> run.accept(action));
    }

    void key(KeyCode code, Runnable run, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators().put(new KeyCodeCombination(code, modifiers), run);
    }

    /// What is typed where nothing takes text is meant for the entry field.
    void stray(Consumer<String> typed) {
        scene.addEventHandler(
                KeyEvent.KEY_TYPED,
                e -> {
                    var text = e.getCharacter();
                    var printable = !text.isEmpty() && text.charAt(0) > ' ';
                    var combined = e.isControlDown() || e.isAltDown() || e.isMetaDown();
                    if (scene.getFocusOwner() instanceof TextInputControl) return;
                    if (printable && !combined) typed.accept(text);
                });
    }

    /// A text field takes Ctrl+Z for itself. One that is empty has nothing to take back: there the
    /// key means the bench's last act.
    void undoInEmptyFields(Runnable undo) {
        var key = KeyCombination.valueOf(Action.UNDO.key());
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (!key.match(e)) return;
                    if (!(scene.getFocusOwner() instanceof TextInputControl field)) return;
                    if (!field.getText().isEmpty()) return;
                    e.consume();
                    undo.run();
                });
    }
}
