package concurrency.sharedmemory.waiting;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * A process that hangs in all the ways of {@link Stuck} at once, until it is ended from outside;
 * or, with the argument {@code dump}, prints its two thread dumps and ends.
 */
final class StuckProgram {
    /** Between the two dumps. */
    static final String SECOND_DUMP = "--- the same as JSON ---";

    /** The threads' names, by which the dumps are read. */
    static final List<String> NAMES =
            List.of(
                    "monitors A",
                    "monitors B",
                    "locks A",
                    "locks B",
                    "notification",
                    "latch",
                    "queue",
                    "spin",
                    "virtual A",
                    "virtual B");

    /** One way to hang. */
    interface Way {
        void run() throws InterruptedException;
    }

    private final Map<Thread, Thread.State> threads = new LinkedHashMap<>();
    private final ReentrantLock left = new ReentrantLock();
    private final ReentrantLock right = new ReentrantLock();

    void main(String[] arguments) throws IOException, InterruptedException, JMException {
        startAll();
        while (!areStuck()) Thread.sleep(1);
        if (!Arrays.asList(arguments).contains("dump")) {
            IO.println("Process " + ProcessHandle.current().pid() + " hangs. Ctrl-C ends it.");
            return; // the platform threads keep the process alive
        }
        IO.println(threadPrint());
        IO.println(SECOND_DUMP);
        IO.println(dumpToFile());
        System.exit(0);
    }

    private void startAll() {
        var platform = Thread.ofPlatform();
        var virtual = Thread.ofVirtual();
        var a = new Object();
        var b = new Object();
        var c = new Object();
        var d = new Object();
        var monitors = new CountDownLatch(2);
        var locks = new CountDownLatch(2);
        var virtuals = new CountDownLatch(2);
        blocked(platform.name("monitors A"), () -> Stuck.monitors(a, b, monitors));
        blocked(platform.name("monitors B"), () -> Stuck.monitors(b, a, monitors));
        waiting(platform.name("locks A"), () -> Stuck.locks(left, right, locks));
        waiting(platform.name("locks B"), () -> Stuck.locks(right, left, locks));
        waiting(platform.name("notification"), () -> Stuck.lostNotification(new Object()));
        waiting(platform.name("latch"), () -> Stuck.latch(new CountDownLatch(1)));
        waiting(platform.name("queue"), () -> Stuck.queue(new ArrayBlockingQueue<>(1)));
        start(platform.name("spin"), Thread.State.RUNNABLE, () -> Stuck.spin(new AtomicBoolean()));
        blocked(virtual.name("virtual A"), () -> Stuck.monitors(c, d, virtuals));
        blocked(virtual.name("virtual B"), () -> Stuck.monitors(d, c, virtuals));
    }

    private void blocked(Thread.Builder thread, Way way) {
        start(thread, Thread.State.BLOCKED, way);
    }

    private void waiting(Thread.Builder thread, Way way) {
        start(thread, Thread.State.WAITING, way);
    }

    private void start(Thread.Builder builder, Thread.State last, Way way) {
        Thread thread =
                builder.start(
                        () -> {
                            try {
                                way.run();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException("nobody interrupts here", e);
                            }
                        });
        threads.put(thread, last);
    }

    private boolean areStuck() {
        return left.hasQueuedThreads()
                && right.hasQueuedThreads()
                && threads.entrySet().stream().allMatch(e -> isIn(e.getKey(), e.getValue()));
    }

    private static boolean isIn(Thread thread, Thread.State state) {
        if (thread.getState() != state) return false;
        return state != Thread.State.RUNNABLE
                || Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("spin"));
    }

    /** What {@code jcmd PID Thread.print} prints, without a second process. */
    private static String threadPrint() throws JMException {
        return (String)
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "threadPrint",
                                new Object[] {new String[0]},
                                new String[] {String[].class.getName()});
    }

    /** What {@code jcmd PID Thread.dump_to_file -format=json FILE} writes into the file. */
    private static String dumpToFile() throws IOException {
        Path folder = Files.createTempDirectory("stuck");
        Path file = folder.resolve("dump.json");
        folder.toFile().deleteOnExit(); // also after Ctrl-C, and what is registered last goes first
        file.toFile().deleteOnExit();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
        return Files.readString(file);
    }
}
