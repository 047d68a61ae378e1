package concurrency.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An exercise as it stands in its module: a stub and, beside it, the specification.
 *
 * @param number as in {@code 1.1}, which is also the name of the folder of its answers
 * @param stub the file that the learner edits
 * @param specification the test class beside it, named like the stub with {@code Test} at the end
 */
record Exercise(String number, Path stub, Path specification) {
    private static final Pattern TITLE =
            Pattern.compile("@DisplayName\\(\"exercise (.+?): .+\"\\)");
    private static final Pattern ABORT = Pattern.compile("(?m)^ +abort\\(\".*\"\\);$");

    /** All exercises of all modules, in order. */
    static List<Exercise> all() throws IOException {
        try (Stream<Path> files = Files.walk(root(), 9)) {
            return files.filter(file -> file.getParent().endsWith("exercise"))
                    .filter(file -> file.getParent().toString().contains("test"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .map(Exercise::of)
                    .sorted(Comparator.comparing(Exercise::number))
                    .toList();
        }
    }

    private static Exercise of(Path specification) {
        Matcher title = TITLE.matcher(read(specification));
        if (!title.find())
            throw new IllegalArgumentException(
                    specification + ": expected a line like " + TITLE.pattern());
        String stub = specification.getFileName().toString().replace("Test.java", ".java");
        return new Exercise(title.group(1), specification.resolveSibling(stub), specification);
    }

    /** The stub with something else in the place of its one line {@code abort("...");}. */
    String stubWith(String line) {
        String source = stubSource();
        if (ABORT.matcher(source).results().count() != 1)
            throw new IllegalArgumentException(
                    stub + ": expected one line like " + ABORT.pattern());
        return ABORT.matcher(source).replaceFirst(line);
    }

    /** The right answers, then the wrong ones. */
    List<Answer> answers() {
        return Answer.in(root().resolve(".checks/solutions/answers").resolve(number));
    }

    /** The folder of the module's sources, or of its tests'. */
    Path sources(String kind) {
        Path folder = stub;
        while (!folder.endsWith("src")) folder = folder.getParent();
        return folder.resolve(kind).resolve("java");
    }

    /** The specification's name, for a class loader. */
    String className() {
        String path = sources("test").relativize(specification).toString();
        return path.replace(".java", "").replaceAll("[/\\\\]", ".");
    }

    String stubSource() {
        return read(stub);
    }

    String specificationSource() {
        return read(specification);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("01-sequential"))) folder = folder.getParent();
        return folder;
    }
}
