// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.bench.Link;
import rotable.sync.CentralAddress;

/// A window and another bench work on one unit, and a supervisor settles it at the desk.
class DeskInWindowTest {
    @TempDir Path folder;

    private static Labeled button(WindowFace window, String text) {
        return window.scene().getRoot().lookupAll(".toggle-button").stream()
                .map(Labeled.class::cast)
                .filter(b -> text.equals(b.getText()) && b.isVisible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + text));
    }

    private static void press(WindowFace window, Node button) {
        window.robot.interact(((javafx.scene.control.ButtonBase) button)::fire);
    }

    @Test
    void a_unit_received_twice_is_settled_at_the_desk() throws Exception {
        try (var centre = new Centre();
                var other = Terminal.open(folder.resolve("B2"), "B2")) {
            other.centre(centre.admit(other.record));
            other.type("!sync", Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "!sync");
            var window = WindowFace.open(folder.resolve("B1"));
            try {
                var address = centre.admit(window.record());
                story(window, address);
            } finally {
                window.close();
            }
            var synced = other.type("!sync").getFirst();
            assertEquals("done", Terminal.outcome(synced), synced.toString());
            assertFalse(Terminal.codes(other.last("RT:WHY")).contains("G01"));
        }
    }

    private static void story(WindowFace window, CentralAddress address) throws Exception {
        window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE"));
        assertTrue(window.text("sync").endsWith("entries here"), window.text("sync"));
        window.exchange(address);
        assertEquals("● in sync", window.text("sync"));
        window.picture("22-disputed");
        window.play(List.of(Terminal.LEE));
        press(window, button(window, "4 Desk"));
        var list = (ListView<?>) window.scene().lookup("#disputes");
        assertEquals(1, list.getItems().size());
        window.picture("23-desk");
        press(window, (Button) window.scene().lookup("#settle-SAME_UNIT"));
        window.picture("24-settle-why");
        window.play(List.of("!reason one unit, it was carried over"));
        window.play(List.of("!pin 7531"));
        assertTrue(window.text("result").contains("Settled for K7Q0042"), window.text("result"));
        assertTrue(window.text("sync").endsWith("waiting"), window.text("sync"));
        window.exchange(address);
        assertEquals("● in sync", window.text("sync"));
        setup(window);
        assertEquals(List.of(), window.styleWarnings());
    }

    @Test
    void two_units_with_one_identity_are_told_apart_at_the_desk() throws Exception {
        try (var centre = new Centre();
                var other = Terminal.open(folder.resolve("B2"), "B2")) {
            other.centre(centre.admit(other.record));
            other.type("!sync", Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "!sync");
            var window = WindowFace.open(folder.resolve("B1"));
            try {
                told(window, centre.admit(window.record()));
                asked(window);
                assertEquals(List.of(), window.styleWarnings());
            } finally {
                window.close();
            }
        }
    }

    private static void told(WindowFace window, CentralAddress address) throws Exception {
        window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE"));
        window.exchange(address);
        assertTrue(window.text("result").contains("received elsewhere"), window.text("result"));
        window.play(List.of(Terminal.LEE));
        press(window, button(window, "4 Desk"));
        press(window, (Button) window.scene().lookup("#settle-TWO_UNITS"));
        window.play(List.of("!reason their plates differ", "!pin 7531"));
        assertTrue(window.text("result").contains("+TG-KA-"), window.text("result"));
    }

    private static void asked(WindowFace window) throws Exception {
        window.play(List.of(Terminal.UNIT));
        window.picture("26-which-of-two");
        window.play(List.of("RT:1"));
        window.tab(2);
        window.picture("27-history-of-the-first");
        window.play(List.of(Terminal.UNIT, "RT:2", "RT:TAG"));
        window.picture("30-tag-again");
        assertTrue(window.text("result").contains("goes to the printer"), window.text("result"));
    }

    @Test
    void who_works_on_a_unit_is_told_that_it_was_settled_elsewhere() throws Exception {
        try (var centre = new Centre();
                var other = Terminal.open(folder.resolve("B2"), "B2")) {
            other.centre(centre.admit(other.record));
            other.type("!sync", Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "!sync");
            var window = WindowFace.open(folder.resolve("B1"));
            try {
                var address = centre.admit(window.record());
                window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE"));
                window.exchange(address);
                other.type("!sync", Terminal.LEE, "RT:CASES", "RT:1", "RT:SETTLE", "RT:1");
                other.type("!reason it is one unit", "!pin 7531", "!sync");
                window.exchange(address);
                window.picture("31-settled-elsewhere");
                assertTrue(
                        window.text("result").contains("“received twice” is settled"),
                        window.text("result"));
            } finally {
                window.close();
            }
        }
    }

    @Test
    void setup_shows_how_far_a_new_bench_is() throws Exception {
        var window = WindowFace.open(folder);
        try {
            window.play(List.of(Terminal.LEE));
            window.meanwhile(b -> b.link(new Link.CatchingUp(412_345, 1_000_052)));
            press(window, button(window, "5 Setup"));
            var tabs = (TabPane) window.scene().lookup("#setup");
            window.robot.interact(() -> tabs.getSelectionModel().selectLast());
            window.picture("28-setup-catching-up");
            assertEquals("Taking in the depot’s record", window.text("sync-head"));
        } finally {
            window.close();
        }
    }

    @Test
    void a_released_unit_that_a_case_concerns_is_named_on_the_desk() throws Exception {
        var root = Path.of(System.getProperty("rotable.root", ".."));
        try (var centre = new Centre();
                var other = Terminal.open(folder.resolve("B2"), "B2")) {
            other.centre(centre.admit(other.record));
            other.type("!sync");
            for (var line : Files.readAllLines(root.resolve("docs/straight-repair.txt")))
                if (!line.startsWith("#")) other.type(line);
            other.type("!sync");
            var window = WindowFace.open(folder.resolve("B1"));
            try {
                var address = centre.admit(window.record());
                window.play(List.of(Terminal.ANA, "K8Q0001", "RT:RECEIVE"));
                window.play(List.of("CB-19-00400", "CB-22-10877"));
                window.exchange(address);
                window.play(List.of(Terminal.LEE));
                press(window, button(window, "4 Desk"));
                assertTrue(window.text("look-again").contains("K7Q0042"));
                window.picture("29-desk-look-again");
            } finally {
                window.close();
            }
        }
    }

    private static void setup(WindowFace window) {
        press(window, button(window, "5 Setup"));
        var tabs = (TabPane) window.scene().lookup("#setup");
        window.robot.interact(() -> tabs.getSelectionModel().selectLast());
        window.picture("25-setup-sync");
        assertEquals("In step with the centre", window.text("sync-head"));
        press(window, (Button) window.scene().lookup("#sync-now"));
        assertEquals(1, window.exchanges());
    }
}
