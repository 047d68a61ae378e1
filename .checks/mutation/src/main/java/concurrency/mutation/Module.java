package concurrency.mutation;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A module of the repository, compiled for mutation.
 *
 * @param folder as in {@code 01-sequential}
 * @param classes of its sources and its tests
 */
record Module(Path folder, Path classes) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Compiles the module; its tests wait for 3 s in vain where they would wait for 30. */
    static Module compiled(Path folder, Path into) throws IOException {
        Path classes = Files.createDirectories(into.resolve(folder.getFileName()));
        var module = new Module(folder, classes);
        List<Path> sources = new ArrayList<>(module.java("main"));
        sources.addAll(module.java("test"));
        for (int i = 0; i < sources.size(); i++)
            if (sources.get(i).endsWith("kit/Patience.java"))
                sources.set(i, impatient(sources.get(i), into));
        String messages = compile(sources, classes, System.getProperty("java.class.path"));
        if (!messages.isEmpty()) throw new IllegalStateException(messages);
        module.copyResources();
        return module;
    }

    private static Path impatient(Path patience, Path into) throws IOException {
        String source = Files.readString(patience).replace("ofSeconds(30)", "ofSeconds(3)");
        Path folder = Files.createDirectories(into.resolve("kit-of-" + System.nanoTime()));
        return Files.writeString(folder.resolve(patience.getFileName()), source);
    }

    private void copyResources() throws IOException {
        Path resources = folder.resolve("src/main/resources");
        if (!Files.isDirectory(resources)) return;
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = classes.resolve(resources.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** What there is to mutate. */
    List<Path> files() {
        return java("main");
    }

    /**
     * Compiles the mutant.
     *
     * @return whether one of its spellings is Java
     */
    boolean compile(Mutant mutant, Path into) throws IOException {
        for (String spelling : mutant.spellings()) {
            Path source = into.resolve(mutant.file().getFileName());
            Files.writeString(source, spelling);
            String path = classes + File.pathSeparator + System.getProperty("java.class.path");
            if (compile(List.of(source), into, path).isEmpty()) return true;
        }
        return false;
    }

    private static String compile(List<Path> sources, Path into, String path) throws IOException {
        List<String> options =
                List.of("-proc:none", "-nowarn", "-g", "-d", into.toString(), "-cp", path);
        var messages = new StringWriter();
        try (var files = COMPILER.getStandardFileManager(null, null, null)) { // for one thread only
            var units = files.getJavaFileObjectsFromPaths(sources);
            boolean right = COMPILER.getTask(messages, files, null, options, null, units).call();
            return right ? "" : "does not compile:\n" + messages;
        }
    }

    /** The test classes that name this file's class, that of its own name first. */
    List<String> testsOf(Path file) throws IOException {
        String type = file.getFileName().toString().replace(".java", "");
        var names = Pattern.compile("\\b" + type + "\\b");
        List<String> tests = new ArrayList<>();
        for (Path test : java("test")) {
            String name = test.getFileName().toString();
            if (!name.endsWith("Test.java") || test.getParent().endsWith("exercise")) continue;
            if (name.equals(type + "Test.java")) tests.addFirst(className(test));
            else if (names.matcher(Files.readString(test)).find()) tests.add(className(test));
        }
        return tests;
    }

    private String className(Path test) {
        Path path = folder.resolve("src/test/java").relativize(test);
        return Stream.of(path.toString().replace(".java", "").split("[/\\\\]"))
                .collect(joining("."));
    }

    private List<Path> java(String kind) {
        Path sources = folder.resolve("src").resolve(kind).resolve("java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
