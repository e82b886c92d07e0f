// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.wedge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/// The keyboard wedge: keys that turn out to be a scan never reach the control that has the focus,
/// keys that turn out to be typing reach it unchanged. A scan begins with an AIM identifier and
/// ends with CR, LF or Tab; timing alone never makes one.
public final class Wedge {
    private static final Pattern FRAME = Pattern.compile("(?s)\\][A-Za-z][0-9A-Za-z].+");
    private static final Pattern BEGINNING =
            Pattern.compile("(?s)\\](?:[A-Za-z](?:[0-9A-Za-z].*)?)?");

    /// Radio scanners make pauses of up to a second within a label.
    private static final Duration TAPPED_GAP = Duration.seconds(1);

    private final Consumer<String> scans;
    private final List<KeyEvent> held = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final PauseTransition gap;
    private final Duration scanGap;
    private boolean replaying;
    private boolean swallowing;
    private Optional<Consumer<Keys>> tap = Optional.empty();

    /// Everything that was typed without a pause, as it came.
    ///
    /// @param terminated whether Enter or Tab ended it
    public record Keys(String text, boolean terminated) {}

    private Wedge(Duration gap, Consumer<String> scans) {
        this.scans = scans;
        this.scanGap = gap;
        this.gap = new PauseTransition(gap);
        this.gap.setOnFinished(e -> replay());
    }

    /// Watches a scene. `gap` is the longest pause between two keys of one scan.
    public static Wedge on(Scene scene, Duration gap, Consumer<String> scans) {
        var wedge = new Wedge(gap, scans);
        scene.addEventFilter(KeyEvent.ANY, wedge::key);
        return wedge;
    }

    /// Sends all keys to somebody else, whether they are a scan or not, until that is ended.
    public void tap(Optional<Consumer<Keys>> listener) {
        tap = listener;
        text.setLength(0);
        held.clear();
        gap.setDuration(listener.isPresent() ? TAPPED_GAP : scanGap);
    }

    private void tapped(KeyEvent e) {
        e.consume();
        if (ends(e)) {
            told(true);
            swallowing = true;
            return;
        }
        text.append(character(e));
        gap.playFromStart();
    }

    private void told(boolean terminated) {
        gap.stop();
        var typed = text.toString();
        text.setLength(0);
        if (!typed.isEmpty()) tap.ifPresent(t -> t.accept(new Keys(typed, terminated)));
    }

    private void key(KeyEvent e) {
        if (replaying) return;
        if (swallowed(e)) return;
        if (tap.isPresent() && e.getCode() != KeyCode.ESCAPE) {
            tapped(e);
            return;
        }
        if (text.isEmpty()) {
            if (e.getEventType() == KeyEvent.KEY_TYPED && e.getCharacter().equals("]"))
                hold(e, "]");
            return;
        }
        if (ends(e)) end(e);
        else hold(e, character(e));
    }

    /// After a scan's terminator was pressed, what is left of that key must not reach anything: it
    /// would fire the default button.
    private boolean swallowed(KeyEvent e) {
        if (!swallowing) return false;
        var terminator =
                isTerminator(e.getCode())
                        || e.getCharacter().equals("\r")
                        || e.getCharacter().equals("\n")
                        || e.getCharacter().equals("\t");
        var over = !terminator || e.getEventType() == KeyEvent.KEY_RELEASED;
        if (over) swallowing = false;
        if (terminator) e.consume();
        return terminator;
    }

    private static boolean isTerminator(KeyCode code) {
        return code == KeyCode.ENTER || code == KeyCode.TAB;
    }

    private static boolean ends(KeyEvent e) {
        return e.getEventType() == KeyEvent.KEY_PRESSED && isTerminator(e.getCode());
    }

    /// What a key adds to a scan: a typed character, or a separator typed as a Ctrl combination.
    private static String character(KeyEvent e) {
        if (e.getEventType() == KeyEvent.KEY_TYPED)
            return e.isControlDown() || e.getCharacter().charAt(0) < 0x20 ? "" : e.getCharacter();
        if (e.getEventType() != KeyEvent.KEY_PRESSED || !e.isControlDown()) return "";
        return switch (e.getCode()) {
            case CLOSE_BRACKET -> "\u001D";
            case DIGIT6, CIRCUMFLEX -> "\u001E";
            case D -> "\u0004";
            default -> "";
        };
    }

    private void hold(KeyEvent e, String character) {
        e.consume();
        held.add(e);
        text.append(character);
        gap.playFromStart();
        if (!BEGINNING.matcher(text).matches()) replay();
    }

    private void end(KeyEvent e) {
        gap.stop();
        if (!FRAME.matcher(text).matches()) {
            replay();
            return;
        }
        e.consume();
        var frame = text.toString();
        held.clear();
        text.setLength(0);
        swallowing = true;
        scans.accept(frame);
    }

    private void replay() {
        if (tap.isPresent()) {
            told(false);
            return;
        }
        gap.stop();
        var events = List.copyOf(held);
        held.clear();
        text.setLength(0);
        replaying = true;
        try {
            for (var e : events)
                Event.fireEvent(e.getTarget(), e.copyFor(e.getSource(), e.getTarget()));
        } finally {
            replaying = false;
        }
    }
}
