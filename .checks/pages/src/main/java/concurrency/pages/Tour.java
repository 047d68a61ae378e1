package concurrency.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the tour printed: for each module, in order, what each of its examples printed, in order.
 *
 * @param modules from the module's folder to its examples, and from an example's name to its lines
 */
record Tour(SequencedMap<String, SequencedMap<String, List<String>>> modules) {
    static final String COMMAND = "mvn -q compile exec:exec";

    /** Takes the tour as a reader does, with the command that the pages show. */
    static Tour take(Path root) throws IOException, InterruptedException {
        Ran ran = run(root, COMMAND);
        if (ran.status != 0) throw new IllegalStateException(COMMAND + " failed:\n" + ran.output);
        return parse(ran.output);
    }

    /** Reads the headings: {@code # module: ...} and {@code ## Example}. */
    static Tour parse(String output) {
        var modules = new LinkedHashMap<String, SequencedMap<String, List<String>>>();
        List<String> lines = new ArrayList<>(); // what stands before the first heading is nobody's
        for (String line : output.lines().toList()) {
            if (line.startsWith("# ")) {
                lines = new ArrayList<>();
                modules.put(line.substring(2).split(":", 2)[0], new LinkedHashMap<>());
            } else if (line.startsWith("## ")) {
                lines = new ArrayList<>();
                modules.lastEntry().getValue().put(line.substring(3), lines);
            } else {
                lines.add(line.stripTrailing());
            }
        }
        for (var examples : modules.values()) examples.replaceAll((_, text) -> trimmed(text));
        return new Tour(modules);
    }

    private static List<String> trimmed(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isEmpty()) from++;
        while (from < to && lines.get(to - 1).isEmpty()) to--;
        return List.copyOf(lines.subList(from, to));
    }

    /** The lines that an example printed, whichever module has it. */
    List<String> of(String example) {
        return modules.values().stream()
                .filter(examples -> examples.containsKey(example))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no module's tour shows " + example))
                .get(example);
    }

    /** A command's exit status and all it printed, without the terminal's colours. */
    record Ran(int status, String output) {}

    static Ran run(Path folder, String command) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String runnable = windows ? command.replaceFirst("^mvn ", "mvn.cmd ") : command;
        var builder =
                new ProcessBuilder(runnable.split(" +"))
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        // half of a short Maven's time is the JVM's best compiler; the examples' JVM is not told
        builder.environment().merge("MAVEN_OPTS", "-XX:TieredStopAtLevel=1", (a, b) -> a + " " + b);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output.replaceAll("\u001b\\[[0-9;]*m", ""));
    }
}
