package concurrency.sharedmemory.waiting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two thread dumps of a process: {@code Thread.print} has the platform threads, {@code
 * Thread.dump_to_file -format=json} the virtual ones too.
 */
record Dump(String print, String json) {
    /**
     * What a dump says of a thread.
     *
     * @param state the word of {@code Thread.State}
     * @param waitsFor the class, without its package, of what it waits for, or "" if it does not
     *     wait
     * @param in the topmost method on its stack that is one of {@link Stuck}
     */
    record Said(String state, String waitsFor, String in) {}

    private static final Pattern STATE = Pattern.compile("Thread.State: (\\w+)");
    private static final Pattern LOCK =
            Pattern.compile("- (?:waiting (?:to lock|on)|parking to wait for) .*[.](\\S+)\\)");
    private static final Pattern JSON_STATE = Pattern.compile("\"state\": \"(\\w+)\"");
    private static final Pattern JSON_LOCK = Pattern.compile("\"blockedOn\": \".*[.](\\w+)@");
    private static final Pattern OURS = Pattern.compile("\\bStuck\\.(\\w+)\\(");
    private static final Pattern CIRCLE = Pattern.compile("which is held by \"(.+)\"");

    /** Of {@link StuckProgram}, in a process that is over when this returns. */
    static Dump ofStuckProgram() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                StuckProgram.class.getName(),
                                "dump")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var pipe = process.inputReader()) {
            String[] dumps = pipe.readAllAsString().split(StuckProgram.SECOND_DUMP, 2);
            int status = process.waitFor();
            if (dumps.length < 2 || status != 0)
                throw new IllegalStateException("the program ended with status " + status);
            return new Dump(dumps[0], dumps[1]);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Whether {@code Thread.print} has a thread of this name. */
    boolean isPrinted(String thread) {
        return print.contains("\n\"" + thread + "\" #");
    }

    /**
     * What {@code Thread.print} says of this thread; if it does not know it, what the JSON says.
     */
    Said of(String thread) {
        if (isPrinted(thread)) {
            String part = between(print, "\n\"" + thread + "\" #", "\n\n");
            return new Said(first(STATE, part), first(LOCK, part), first(OURS, part));
        }
        String part = between(json, "\"name\": \"" + thread + "\"", "\"tid\"");
        return new Said(first(JSON_STATE, part), first(JSON_LOCK, part), first(OURS, part));
    }

    /** The threads of the circles that {@code Thread.print} has found. */
    List<String> deadlocked() {
        return CIRCLE.matcher(print).results().map(found -> found.group(1)).sorted().toList();
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf(end, from);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
