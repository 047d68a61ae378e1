package concurrency.solutions;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Runs an exercise's specification with an answer in the place of the stub. An answer has the class
 * name of the stub, so each is compiled into a folder and loaded by a loader of its own.
 */
final class Judge {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, null);

    private final Exercise exercise;
    private final Path folder;

    /**
     * The specification, the stub and what they use of the module: compiled once, for all answers.
     */
    private final Path used;

    /**
     * A judge of the answers to one exercise.
     *
     * @param folder for the sources and the classes
     */
    Judge(Exercise exercise, Path folder) throws IOException {
        this.exercise = exercise;
        this.folder = folder;
        used = Files.createTempDirectory(folder, "used");
        compile(
                List.of(exercise.stub(), exercise.specification()),
                used,
                "-Xlint:all",
                "-Werror",
                "-sourcepath",
                exercise.sources("main") + File.pathSeparator + exercise.sources("test"));
    }

    /** Runs the specification, which knows of the answer no more than of the stub. */
    Verdict on(String answer) throws IOException {
        return on(Map.of(exercise.stub(), answer), true);
    }

    /** The same as a learner sees it, who is told of the first failure only. */
    Verdict asALearnerSeesIt(String answer) throws IOException {
        return on(Map.of(exercise.stub(), answer), false);
    }

    Verdict on(String answer, String specification) throws IOException {
        return on(Map.of(exercise.stub(), answer, exercise.specification(), specification), true);
    }

    /** Compiles what stands in the place of these files as strictly as CI does, and runs it. */
    private Verdict on(Map<Path, String> sources, boolean all) throws IOException {
        Path here = Files.createTempDirectory(folder, "answer");
        List<Path> files = new ArrayList<>();
        for (var source : sources.entrySet())
            files.add(
                    Files.writeString(
                            here.resolve(source.getKey().getFileName()), source.getValue()));
        compile(
                files,
                here,
                "-Xlint:all",
                "-Werror",
                "-classpath",
                used + File.pathSeparator + System.getProperty("java.class.path"));
        URL[] classes = {here.toUri().toURL(), used.toUri().toURL()};
        try (var loader = new URLClassLoader(classes)) {
            return Verdict.of(loader.loadClass(exercise.className()), all);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void compile(List<Path> sources, Path classes, String... more) {
        var always = Stream.of("-proc:none", "-d", classes.toString());
        List<String> options = Stream.concat(always, Stream.of(more)).toList();
        var files = FILES.getJavaFileObjectsFromPaths(sources);
        var messages = new StringWriter();
        if (!COMPILER.getTask(messages, FILES, null, options, null, files).call())
            throw new AssertionError("does not compile:\n" + messages);
    }
}
