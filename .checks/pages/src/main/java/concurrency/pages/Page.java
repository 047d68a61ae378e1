package concurrency.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Markdown page of the repository, as far as the checks look at it.
 *
 * @param path relative to the repository's root
 * @param lines its text; line numbers below count from 1, as an editor does
 */
record Page(Path path, List<String> lines) {
    private static final Pattern OUTPUT = Pattern.compile("<!-- output: (\\w+)(, in part)? -->");
    private static final Pattern CODE = Pattern.compile("<!-- code: (\\w+)(\\.java)? -->");
    private static final Pattern MAVEN = Pattern.compile("`(mvn [^`]+)`");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\]]+)]\\(([^)\\s]+)\\)");

    /** A fenced block: the number of its first line, that of the line after its last, its lines. */
    record Block(int first, int end, List<String> lines) {}

    /** A block that shows the output of an example, the whole or some lines of it. */
    record Output(String example, boolean whole, Block block) {}

    /** A block that shows lines of the source of a class. */
    record Code(String type, Block block) {}

    /** A line of a shell block, and the folder that the {@code cd} lines before it lead to. */
    record Command(int line, Path folder, String text) {}

    record Link(int line, String text, String target) {}

    static Page read(Path root, Path path) throws IOException {
        return new Page(path, Files.readAllLines(root.resolve(path)));
    }

    /** Where a line stands, as editors and build logs spell it. */
    String at(int line) {
        return path + ":" + line;
    }

    /** The folder of the page's module; empty for the root's own page. */
    Path folder() {
        return Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    }

    /**
     * The blocks marked {@code <!-- output: Example -->}, or {@code <!-- output: Example, in part
     * -->} where some lines are enough.
     *
     * @throws IllegalArgumentException if a mark is not followed by a text block
     */
    List<Output> outputs() {
        return marked(
                OUTPUT,
                "```text",
                (mark, block) -> new Output(mark.group(1), mark.group(2) == null, block));
    }

    /**
     * The blocks marked {@code <!-- code: Example -->}.
     *
     * @throws IllegalArgumentException if a mark is not followed by a Java block
     */
    List<Code> codes() {
        return marked(CODE, "```java", (mark, block) -> new Code(mark.group(1), block));
    }

    private <T> List<T> marked(Pattern marks, String fence, BiFunction<Matcher, Block, T> shown) {
        List<T> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = marks.matcher(lines.get(i));
            if (!mark.matches()) continue;
            if (i + 1 == lines.size() || !lines.get(i + 1).equals(fence)) {
                throw new IllegalArgumentException(
                        at(i + 1) + ": expected a " + fence + " block below");
            }
            found.add(shown.apply(mark, blockAt(i + 1)));
        }
        return found;
    }

    List<Block> blocks(Predicate<String> fence) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) continue;
            Block block = blockAt(i);
            if (fence.test(lines.get(i))) blocks.add(block);
            i = block.end - 1;
        }
        return blocks;
    }

    private Block blockAt(int fence) {
        int end = fence + 1;
        while (end < lines.size() && !lines.get(end).equals("```")) end++;
        if (end == lines.size()) {
            throw new IllegalArgumentException(at(fence + 1) + ": this block is never closed");
        }
        return new Block(fence + 2, end + 1, lines.subList(fence + 1, end));
    }

    /** The lines of the shell blocks; each block starts in the repository's root. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Block block : blocks("```sh"::equals)) {
            Path folder = Path.of("");
            for (int i = 0; i < block.lines.size(); i++) {
                String text = block.lines.get(i).strip();
                if (text.startsWith("cd ")) folder = folder.resolve(text.substring(3));
                else commands.add(new Command(block.first + i, folder, text));
            }
        }
        return commands;
    }

    /** Maven's commands within sentences. */
    List<Command> commandsInSentences() {
        List<Command> commands = new ArrayList<>();
        for (int line : linesOutsideOfBlocks()) {
            Matcher command = MAVEN.matcher(lines.get(line - 1));
            while (command.find()) commands.add(new Command(line, Path.of(""), command.group(1)));
        }
        return commands;
    }

    /** The links outside of blocks. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (int line : linesOutsideOfBlocks()) {
            Matcher link = LINK.matcher(lines.get(line - 1));
            while (link.find()) links.add(new Link(line, link.group(1), link.group(2)));
        }
        return links;
    }

    private List<Integer> linesOutsideOfBlocks() {
        List<Block> blocks = blocks(_ -> true);
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> blocks.stream().noneMatch(b -> b.first <= line && line < b.end))
                .boxed()
                .toList();
    }

    /** The lines below the heading that begins like this, up to the next heading; or none. */
    List<String> section(String heading) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(1)
                .takeWhile(line -> !line.matches("#{1,6} .*"))
                .toList();
    }

    /** The names by which a link can lead to a heading of this page, made as GitHub makes them. */
    List<String> anchors() {
        return lines.stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(name -> name.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** This page with the lines of these blocks in the place of those that stand there. */
    Page with(List<Output> replacements) {
        List<String> text = new ArrayList<>(lines);
        for (Output output : replacements.reversed()) {
            List<String> old = text.subList(output.block.first - 1, output.block.end - 1);
            old.clear();
            old.addAll(output.block.lines);
        }
        return new Page(path, List.copyOf(text));
    }

    /** The root's page and one for each module, in order. */
    static List<Page> all(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            List<Path> modules =
                    folders.map(Path::getFileName)
                            .filter(f -> f.toString().matches("\\d\\d-.*"))
                            .sorted()
                            .toList();
            List<Page> pages = new ArrayList<>(List.of(read(root, Path.of("README.md"))));
            for (Path module : modules) pages.add(read(root, module.resolve("README.md")));
            return pages;
        }
    }
}
