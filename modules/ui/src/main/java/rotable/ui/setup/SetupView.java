// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.setup;

import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import rotable.bench.BenchState;
import rotable.people.Role;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;

/// The setup screen: makers' labels, scanners, the exchange with the centre.
public final class SetupView extends TabPane {
    private final FormatTester formats = new FormatTester();
    private final ScannerTest scanner;
    private final SyncPage sync;
    private boolean shown;

    public SetupView(ShellActions actions) {
        scanner = new ScannerTest(actions);
        sync = new SyncPage(actions);
        setId("setup");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getTabs().add(new Tab(Text.SETUP_FORMATS.of(), formats));
        getTabs().add(new Tab(Text.SETUP_SCANNER.of(), scanner));
        getTabs().add(new Tab(Text.SETUP_SYNC.of(), sync));
        getSelectionModel().selectedItemProperty().subscribe(tab -> endsTest());
    }

    /// Whether whoever is signed in may see it.
    public static boolean mayOpen(BenchState state) {
        return state.person().filter(p -> p.is(Role.ADMIN) || p.is(Role.SUPERVISOR)).isPresent();
    }

    public void show(BenchState state) {
        if (!shown) formats.open(state);
        scanner.show(state);
        sync.show(state);
        shown = true;
    }

    /// Ends a self-test that is under way, and tells whether there was one.
    public boolean endsTest() {
        return scanner.end();
    }

    /// Another screen is shown: a test that is under way ends.
    public void leave() {
        if (shown) scanner.end();
        shown = false;
    }
}
