// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.file.Path;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// The bench in the terminal.
record ConsoleFace(Terminal terminal) implements Face {
    static ConsoleFace open(Path folder) throws RecordProblem, IOException {
        return new ConsoleFace(Terminal.open(folder));
    }

    @Override
    public DerbyRecord record() {
        return terminal.record;
    }

    @Override
    public Path labels() {
        return terminal.labels;
    }

    @Override
    public void scan(String message) throws IOException {
        terminal.type(message.replace("\u001D", "\\x1d"));
    }

    @Override
    public void type(String line) throws IOException {
        terminal.type(line);
    }

    @Override
    public void close() {
        terminal.close();
    }
}
