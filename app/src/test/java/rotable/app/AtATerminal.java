// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;
import tools.jackson.databind.JsonNode;

/// Tests at one bench in a terminal.
abstract class AtATerminal {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    Terminal terminal;

    @BeforeEach
    void open() throws RecordProblem, IOException {
        terminal = Terminal.open(folder);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    static String text(JsonNode answer) {
        return answer.get("text").stringValue();
    }
}
