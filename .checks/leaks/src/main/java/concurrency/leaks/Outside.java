package concurrency.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a JVM has outside its memory: child processes, open ports, files. */
final class Outside {
    /** Temporary files that others delete: JUnit after the class, JFR at the end of the JVM. */
    private static final String NOT_OURS = "junit-?\\d+.*|\\d{4}(_\\d+){6}.*";

    static Map<String, String> processes() {
        var alive = new TreeMap<String, String>();
        for (ProcessHandle child : ProcessHandle.current().children().toList())
            alive.put("process " + child.pid(), child.info().commandLine().orElse(""));
        return alive;
    }

    /**
     * Linux only, elsewhere nothing: the kernel's tables of TCP sockets, listening and connected,
     * as far as they are this process's by the links in {@code /proc/self/fd}. A row is {@code sl
     * local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode}.
     */
    static Map<String, String> ports() {
        var open = new TreeMap<String, String>();
        var own = new TreeSet<String>();
        for (Path link : in(Path.of("/proc/self/fd"))) {
            try {
                own.add(Files.readSymbolicLink(link).toString());
            } catch (IOException _) {
                // closed since it was listed
            }
        }
        for (Path table : List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"))) {
            for (String row : lines(table)) {
                String[] column = row.strip().split("\\s+", -1);
                if (!own.contains("socket:[" + column[9] + "]")) continue;
                String port = column[1].substring(column[1].lastIndexOf(':') + 1);
                open.put("port " + Integer.parseInt(port, 16), "is open");
            }
        }
        return open;
    }

    /** All files in the module's folder outside {@code target}, and what lies in java.io.tmpdir. */
    static Map<String, String> files() {
        var there = new TreeMap<String, String>();
        for (Path top : in(Path.of("").toAbsolutePath())) {
            if (top.endsWith("target")) continue;
            try (Stream<Path> files = Files.walk(top)) {
                files.forEach(file -> there.put("file " + file, ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (Path file : in(Path.of(System.getProperty("java.io.tmpdir"))))
            if (!file.getFileName().toString().matches(NOT_OURS)) there.put("file " + file, "");
        return there;
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outside() {}
}
