package concurrency.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java files of a module, and what the pages' check reads in them.
 *
 * @param files those of {@code src/main/java}
 */
record Sources(List<Path> files) {
    private static final Pattern MAIN = Pattern.compile("(?m)^    (public )?void main\\(\\)");
    private static final Pattern NEXT = Pattern.compile("<p>Next: \\{@link [\\w.]*?(\\w+)[ }]");

    /** The files of this module. */
    static Sources of(Path module) throws IOException {
        Path main = module.resolve("src/main/java");
        if (!Files.isDirectory(main)) return new Sources(List.of());
        try (Stream<Path> files = Files.walk(main)) {
            return new Sources(files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    /** The file of the class with this simple name. */
    Optional<Path> file(String type) {
        return files.stream().filter(file -> file.endsWith(type + ".java")).findFirst();
    }

    /** The classes with a {@code void main()}, without the launcher. */
    List<String> examples() {
        return files.stream()
                .filter(file -> !file.endsWith("Main.java") && MAIN.matcher(text(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
    }

    /** Where the comment of this class sends its reader. */
    Optional<String> next(String type) {
        String comment = text(file(type).orElseThrow()).replaceAll("\\s*\n \\*\\s*", " ");
        return NEXT.matcher(comment).results().map(match -> match.group(1)).findFirst();
    }

    /**
     * Whether these lines stand in the file in this order, one below the other, with any
     * indentation as long as it is the same for all. A line {@code ...} stands for any lines.
     */
    static boolean contains(List<String> source, List<String> shown) {
        if (shown.isEmpty()) return false;
        List<String> lines = source.stream().map(String::stripTrailing).toList();
        for (int from = 0; from < lines.size(); from++) {
            int indent = indent(lines.get(from)) - indent(shown.getFirst());
            if (indent >= 0 && matches(lines.subList(from, lines.size()), shown, indent))
                return true;
        }
        return false;
    }

    private static boolean matches(List<String> lines, List<String> shown, int indent) {
        if (shown.isEmpty()) return true;
        List<String> rest = shown.subList(1, shown.size());
        if (isGap(shown.getFirst())) {
            for (int skipped = 0; skipped <= lines.size(); skipped++)
                if (matches(lines.subList(skipped, lines.size()), rest, indent)) return true;
            return false;
        }
        return !lines.isEmpty()
                && lines.getFirst().equals(indented(shown.getFirst(), indent))
                && matches(lines.subList(1, lines.size()), rest, indent);
    }

    private static boolean isGap(String line) {
        return line.strip().equals("...");
    }

    private static String indented(String line, int indent) {
        return line.isBlank() ? "" : " ".repeat(indent) + line.stripTrailing();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
