// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Mistakes that somebody could make, one at a time: the simulator has to find each.
class PlantedBugsTest {
    /// Found within so many seeds, or not found.
    private static final long SEEDS = 1_000;

    /// A mistake.
    ///
    /// @param file the class in which it is made
    /// @param changes texts in it and what stands there instead
    record Bug(String name, String file, List<Change> changes) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// A text that stands once in a file, and what stands there instead.
    record Change(String text, String instead) {}

    static Bug bug(String name, String file, String... changes) {
        var list = new java.util.ArrayList<Change>();
        for (int i = 0; i < changes.length; i += 2)
            list.add(new Change(changes[i], changes[i + 1]));
        return new Bug(name, file, List.copyOf(list));
    }

    static List<Bug> bugs() {
        return PlantedBugs.ALL;
    }

    @ParameterizedTest
    @MethodSource("bugs")
    @Execution(ExecutionMode.CONCURRENT)
    void is_found(Bug bug) throws Exception {
        var found = firstWrong(compiled(bug), SEEDS);
        System.out.printf("%s: %s%n", bug, found.substring(0, Math.min(160, found.length())));
        assertNotEquals("", found, bug + " was not found");
    }

    /// Otherwise what is found above would be no news.
    @Test
    void without_one_nothing_is_found() throws Exception {
        assertEquals("", firstWrong(Map.of(), 20));
    }

    private static String firstWrong(Map<String, byte[]> changed, long seeds) throws Exception {
        var type = new Planted(changed).loadClass("rotable.simulator.Ran");
        var method = type.getDeclaredMethod("firstWrong", long.class);
        method.setAccessible(true);
        return String.valueOf(method.invoke(null, seeds));
    }

    private static Map<String, byte[]> compiled(Bug bug) throws IOException {
        var root = Path.of(System.getProperty("rotable.root", "../.."));
        var source = Files.readString(root.resolve("modules").resolve(bug.file()));
        for (var change : bug.changes()) {
            assertEquals(
                    2,
                    source.split(java.util.regex.Pattern.quote(change.text()), -1).length,
                    bug + ": this stands there once: " + change.text());
            source = source.replace(change.text(), change.instead());
        }
        return compiled(Path.of(bug.file()).getFileName().toString(), source);
    }

    private static Map<String, byte[]> compiled(String name, String source) {
        var said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = new Classes(compiler.getStandardFileManager(null, null, null));
        var task =
                compiler.getTask(
                        said,
                        classes,
                        null,
                        List.of("-proc:none"),
                        null,
                        List.of(new Source(name, source)));
        assertEquals(true, task.call(), said.toString());
        return classes.bytes();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignored) {
            return text;
        }
    }

    /// Keeps in memory what is compiled.
    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

        Classes(JavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> bytes() {
            var bytes = new HashMap<String, byte[]>();
            made.forEach((name, out) -> bytes.put(name, out.toByteArray()));
            return bytes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location at, String name, JavaFileObject.Kind kind, FileObject from) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return made.computeIfAbsent(name, n -> new ByteArrayOutputStream());
                }
            };
        }
    }

    /// Loads the program once more, with some of its classes changed.
    private static final class Planted extends ClassLoader {
        private final Map<String, byte[]> changed;

        Planted(Map<String, byte[]> changed) {
            super(PlantedBugsTest.class.getClassLoader());
            this.changed = changed;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("rotable.")) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                if (loaded != null) return loaded;
                var bytes = bytes(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        private byte[] bytes(String name) throws ClassNotFoundException {
            var other = changed.get(name);
            if (other != null) return other;
            try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) throw new ClassNotFoundException(name);
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
