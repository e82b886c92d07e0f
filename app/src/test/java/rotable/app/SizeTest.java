// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files past 250 lines and methods past 25 give a reason: a comment above the type or the method
/// that says "longer than most".
class SizeTest {
    private static final int FILE = 250;
    private static final int METHOD = 25;
    private static final String REASON = "longer than most";

    @TempDir Path folder;

    private static List<Path> sources() throws IOException {
        var root = Path.of(System.getProperty("rotable.root"));
        try (var files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.toString().contains("/target/"))
                    .toList();
        }
    }

    private static List<String> tooLong(List<Path> files) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files) {
            var lines = Files.readAllLines(file);
            if (lines.size() > FILE && lines.stream().noneMatch(l -> l.contains(REASON)))
                found.add(file.getFileName() + ": " + lines.size() + " lines");
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
            for (var unit : task.parse()) new Methods(unit, Trees.instance(task), found).scan();
        }
        return found;
    }

    private static final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> found;
        private final List<String> lines;

        Methods(CompilationUnitTree unit, Trees trees, List<String> found) throws IOException {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
            this.lines = unit.getSourceFile().getCharContent(true).toString().lines().toList();
        }

        void scan() {
            scan(unit, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null) measure(method);
            return super.visitMethod(method, null);
        }

        private void measure(MethodTree method) {
            var at = trees.getSourcePositions();
            long from = line(at.getStartPosition(unit, method.getBody()));
            long to = line(at.getEndPosition(unit, method.getBody()));
            if (to - from - 1 <= METHOD || reason((int) line(at.getStartPosition(unit, method))))
                return;
            var name = unit.getSourceFile().getName().replaceFirst(".*/", "");
            found.add(name + ": " + method.getName() + ", " + (to - from - 1) + " lines");
        }

        private boolean reason(int line) {
            for (int i = line - 2; i >= 0 && lines.get(i).strip().startsWith("//"); i--)
                if (lines.get(i).contains(REASON)) return true;
            return false;
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    @Test
    void what_is_long_says_why() throws IOException {
        assertEquals(List.of(), tooLong(sources()));
    }

    @Test
    void a_long_method_without_a_reason_is_found() throws IOException {
        var body = "        int a = 0;\n".repeat(METHOD + 1);
        var source = "class Long {\n    void all() {\n" + body + "    }\n}\n";
        var file = Files.writeString(folder.resolve("Long.java"), source);
        assertEquals(List.of("Long.java: all, 26 lines"), tooLong(List.of(file)));
        Files.writeString(
                file, source.replace("    void", "    // longer than most: a test\n    void"));
        assertEquals(List.of(), tooLong(List.of(file)));
    }
}
