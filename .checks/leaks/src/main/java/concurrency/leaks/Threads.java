package concurrency.leaks;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The threads that are alive: their number, which no other thread gets, with name and stack. */
final class Threads {
    /** The JDK's own: collector, cleaner, poller, process reaper, carriers of virtual threads. */
    private static final Set<String> JDK_GROUPS =
            Set.of("system", "InnocuousThreadGroup", "CarrierThreads");

    /** Threads outside those groups that others start once and keep: how their names begin. */
    private static final List<String> KEPT =
            List.of(
                    "ForkJoinPool.commonPool-delayScheduler", // once a future has had a time-out
                    "JFR Periodic Tasks", // once something has been recorded
                    "SubPoller-", // virtual: wait for the sockets of virtual threads
                    "junit-jupiter-timeout-watcher"); // once a @Timeout has been met

    /** How a virtual thread's paragraph in the text of a thread dump begins. */
    private static final Pattern VIRTUAL =
            Pattern.compile("(?<number>#\\d+) (?=\"(?<name>.*)\" virtual)");

    static Map<String, String> platform() {
        var alive = new TreeMap<String, String>();
        for (var entry : Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            if (isKept(thread.getName()) || isOfTheJdk(thread)) continue;
            var details = new StringBuilder();
            details.append('"').append(thread.getName()).append("\" ").append(thread.getState());
            for (var frame : entry.getValue()) details.append("\n    at ").append(frame);
            alive.put("thread #" + thread.threadId(), details.toString());
        }
        return alive;
    }

    /**
     * Virtual threads are in no list but HotSpot's dump of all threads, which goes to a file; each
     * thread is a paragraph. On another JVM virtual threads are not looked at. (JDK 25 can crash if
     * one begins or ends a wait just then, JDK-8364343; after a test class they stand still.)
     */
    static Map<String, String> virtual() {
        var alive = new TreeMap<String, String>();
        for (var hotspot : ManagementFactory.getPlatformMXBeans(HotSpotDiagnosticMXBean.class)) {
            for (String thread : dump(hotspot).split("\\R\\R", -1)) {
                Matcher head = VIRTUAL.matcher(thread);
                if (head.lookingAt() && !isKept(head.group("name")))
                    alive.put("thread " + head.group("number"), thread.substring(head.end()));
            }
        }
        return alive;
    }

    private static String dump(HotSpotDiagnosticMXBean hotspot) {
        try {
            Path folder = Files.createTempDirectory("threads");
            Path file = folder.resolve("dump.txt").toAbsolutePath(); // must not be there yet
            try {
                hotspot.dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKept(String name) {
        return KEPT.stream().anyMatch(name::startsWith);
    }

    /** The common pool keeps its workers: they are a leak only while one of them is at work. */
    private static boolean isOfTheJdk(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        if (group == null) return true; // has just ended
        if (JDK_GROUPS.contains(group.getName())) return true;
        return thread instanceof ForkJoinWorkerThread worker
                && worker.getPool().equals(ForkJoinPool.commonPool())
                && worker.getPool().isQuiescent();
    }

    private Threads() {}
}
