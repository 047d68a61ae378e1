package concurrency.solutions;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What a specification says to an answer, by the names of its tests.
 *
 * @param failed with what each was failed with
 */
record Verdict(Set<String> passed, Set<String> skipped, Map<String, Throwable> failed) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, null);

    /**
     * Compiles the specification with an answer in the place of the stub, as strictly as the
     * modules do, and runs it.
     *
     * @param folder an empty one, for the sources and the classes
     */
    static Verdict on(Exercise exercise, String answer, String specification, Path folder)
            throws IOException {
        Path first = folder.resolve(exercise.stub().getFileName());
        Path second = folder.resolve(exercise.specification().getFileName());
        compile(
                exercise.sources("main") + File.pathSeparator + exercise.sources("test"),
                List.of(Files.writeString(first, answer), Files.writeString(second, specification)),
                folder);
        URL[] classes = {folder.toUri().toURL()};
        try (var loader = new URLClassLoader(classes)) {
            return run(loader.loadClass(exercise.className()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** From each failed test to what it says. */
    Map<String, String> messages() {
        var messages = new TreeMap<String, String>();
        failed.forEach((test, failure) -> messages.put(test, failure.toString()));
        return messages;
    }

    private static void compile(String used, List<Path> sources, Path classes) {
        var files = FILES.getJavaFileObjectsFromPaths(sources);
        var messages = new StringWriter();
        List<String> options =
                List.of(
                        "-Xlint:all",
                        "-Werror",
                        "-proc:none",
                        "-implicit:class",
                        "-sourcepath",
                        used,
                        "-d",
                        classes.toString());
        if (!COMPILER.getTask(messages, FILES, null, options, null, files).call())
            throw new AssertionError("does not compile:\n" + messages);
    }

    private static Verdict run(Class<?> specification) {
        var verdict = new Verdict(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(specification))
                .execute()
                .testEvents()
                .finished()
                .stream()
                .forEach(verdict::add);
        return verdict;
    }

    private void add(Event event) {
        var source = (MethodSource) event.getTestDescriptor().getSource().orElseThrow();
        var result = event.getRequiredPayload(TestExecutionResult.class);
        switch (result.getStatus()) {
            case SUCCESSFUL -> passed.add(source.getMethodName());
            case ABORTED -> skipped.add(source.getMethodName());
            case FAILED -> failed.put(source.getMethodName(), result.getThrowable().orElseThrow());
        }
    }
}
