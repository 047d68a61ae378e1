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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A module of the repository, compiled for mutation.
 *
 * @param folder as in {@code 01-sequential}
 * @param classes of its sources
 * @param testClasses of its tests
 * @param lasting those of the two that no mutation changes, to be loaded once for all mutants: the
 *     explorer and the test kit
 */
record Module(Path folder, Path classes, Path testClasses, Path lasting) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final Pattern ARG_LINE = Pattern.compile("<argLine>([^$<]*)</argLine>");
    private static final String LIBRARIES = System.getProperty("java.class.path");

    /** Compiles the module; its tests wait for 10 s in vain where they would wait for 30. */
    static Module compiled(Path folder, Path into) throws IOException {
        Path classes = Files.createDirectories(into.resolve(folder.getFileName() + "-main"));
        Path testClasses = Files.createDirectories(into.resolve(folder.getFileName() + "-test"));
        Path lasting = Files.createDirectories(into.resolve(folder.getFileName() + "-lasting"));
        var module = new Module(folder, classes, testClasses, lasting);
        module.compile(java(folder, "main"), classes, LIBRARIES);
        List<Path> tests = new ArrayList<>(java(folder, "test"));
        for (int i = 0; i < tests.size(); i++)
            if (tests.get(i).endsWith("kit/Patience.java"))
                tests.set(i, impatient(tests.get(i), into));
        module.compile(tests, testClasses, path(classes));
        copy(classes, lasting, file -> isIn("explorer", file));
        copy(testClasses, lasting, file -> file.getParent().endsWith("kit"));
        return module;
    }

    private void compile(List<Path> sources, Path into, String path) throws IOException {
        String messages = compiled(sources, into, path);
        if (!messages.isEmpty()) throw new IllegalStateException(messages);
    }

    private static String path(Path classes) {
        return classes + File.pathSeparator + LIBRARIES;
    }

    private static Path impatient(Path patience, Path into) throws IOException {
        String source = Files.readString(patience).replace("ofSeconds(30)", "ofSeconds(10)");
        Path folder = Files.createDirectories(into.resolve("kit-of-" + System.nanoTime()));
        return Files.writeString(folder.resolve(patience.getFileName()), source);
    }

    /** What there is to mutate: not the explorer nor the page's server, which are no examples. */
    static List<Path> files(Path folder) {
        return java(folder, "main").stream()
                .filter(file -> !isIn("explorer", file) && !isIn("play", file))
                .toList();
    }

    private static boolean isIn(String part, Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(Path.of(part)::equals);
    }

    /** The options for the JVM of its tests, as in its pom or else in the parent's. */
    List<String> options() throws IOException {
        for (Path pom : List.of(folder.resolve("pom.xml"), folder.resolveSibling("pom.xml"))) {
            Matcher options = ARG_LINE.matcher(Files.readString(pom));
            if (options.find()) return List.of(options.group(1).split(" "));
        }
        return List.of();
    }

    /**
     * Compiles the mutant, and puts the module's other classes beside it.
     *
     * @return whether one of its spellings is Java
     */
    boolean compile(Mutant mutant, Path into) throws IOException {
        for (String spelling : mutant.spellings()) {
            Path source = into.resolve(mutant.file().getFileName());
            Files.writeString(source, spelling);
            if (!compiled(List.of(source), into, path(classes)).isEmpty()) continue;
            copy(classes, into, file -> !Files.exists(into.resolve(classes.relativize(file))));
            return true;
        }
        return false;
    }

    private static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static String compiled(List<Path> sources, Path into, String path) throws IOException {
        List<String> options =
                List.of("-proc:none", "-nowarn", "-g", "-d", into.toString(), "-cp", path);
        var messages = new StringWriter();
        try (var files = COMPILER.getStandardFileManager(null, null, null)) { // for one thread only
            var units = files.getJavaFileObjectsFromPaths(sources);
            boolean right = COMPILER.getTask(messages, files, null, options, null, units).call();
            return right ? "" : "does not compile:\n" + messages;
        }
    }

    /**
     * The test classes that may notice a change of this file: that of its class, those that name
     * the class, and the others of its package, in this order.
     */
    List<String> testsOf(Path file) throws IOException {
        String type = file.getFileName().toString().replace(".java", "");
        var names = Pattern.compile("\\b" + type + "\\b");
        Path itsPackage = folder.resolve("src/main/java").relativize(file.getParent());
        List<Path> naming = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path test : tests()) {
            if (test.endsWith(type + "Test.java")) naming.addFirst(test);
            else if (names.matcher(Files.readString(test)).find()) naming.add(test);
            else if (test.getParent().endsWith(itsPackage)) others.add(test);
        }
        naming.addAll(others);
        return naming.stream().map(this::className).toList();
    }

    private List<Path> tests() {
        return java(folder, "test").stream()
                .filter(test -> test.toString().endsWith("Test.java"))
                .filter(
                        test ->
                                Stream.of("exercise", "explorer", "play")
                                        .noneMatch(p -> isIn(p, test)))
                .toList();
    }

    private String className(Path test) {
        Path path = folder.resolve("src/test/java").relativize(test);
        return Stream.of(path.toString().replace(".java", "").split("[/\\\\]"))
                .collect(joining("."));
    }

    private static List<Path> java(Path folder, String kind) {
        Path sources = folder.resolve("src").resolve(kind).resolve("java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
