package concurrency.sharedmemory;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The JVM finds a deadlock of platform threads for you; one of virtual threads has to be looked for
 * in a thread dump.
 *
 * <p>Predict: three pairs of threads are each in a deadlock: two platform threads and two virtual
 * ones, by {@code synchronized}, and two virtual ones by a {@code ReentrantLock}. Which of them
 * does {@code ThreadMXBean.findDeadlockedThreads} report?
 *
 * <p>Why: {@code ThreadMXBean} is specified to know platform threads only, of which there are few.
 * HotSpot's thread dump in JSON has the virtual ones too, and says on which monitor each is blocked
 * and which it owns: enough to find the circle. Of a {@code ReentrantLock} it says who is parked on
 * it, but not who owns it; only the stack traces help there. The dump is HotSpot's, as of JDK 25,
 * not the specification's; {@code jcmd <pid> Thread.dump_to_file -format=json <file>} writes it
 * too.
 *
 * <p>Nobody can interrupt a thread that waits for a monitor, so this happens in a process of its
 * own. It ends by itself: neither virtual threads nor daemon threads keep a process alive.
 *
 * <p>Next: {@link BoundedBuffer}
 */
final class VirtualDeadlock {
    /** Something that one thread at a time can hold. */
    interface Holdable {
        void hold(Runnable meanwhile);
    }

    static Holdable monitor() {
        var monitor = new Object();
        return meanwhile -> {
            synchronized (monitor) {
                meanwhile.run();
            }
        };
    }

    static Holdable lock() {
        Lock lock = new ReentrantLock();
        return meanwhile -> {
            lock.lock();
            try {
                meanwhile.run();
            } finally {
                lock.unlock();
            }
        };
    }

    /** The child process: three deadlocks. Prints whom the bean finds, and dumps the threads. */
    static final class Child {
        void main(String[] args) throws Exception {
            deadlock(Thread.ofPlatform().daemon().name("platform ", 1), monitor(), monitor());
            deadlock(Thread.ofVirtual().name("virtual ", 1), monitor(), monitor());
            deadlock(Thread.ofVirtual().name("with lock ", 1), lock(), lock());
            ThreadMXBean bean = ManagementFactory.getThreadMXBean();
            for (ThreadInfo found : bean.getThreadInfo(bean.findDeadlockedThreads()))
                IO.println(found.getThreadName());
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(args[0], ThreadDumpFormat.JSON);
        }

        /** Returns when both wait: each is past the meeting, so for the other one's lock. */
        private static void deadlock(Thread.Builder threads, Holdable left, Holdable right) {
            var bothHoldOne = new CountDownLatch(2);
            var wentOn = new AtomicInteger();
            Runnable meet =
                    () -> {
                        bothHoldOne.countDown();
                        try {
                            bothHoldOne.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        wentOn.incrementAndGet();
                    };
            Thread a = threads.start(() -> takeBoth(left, meet, right));
            Thread b = threads.start(() -> takeBoth(right, meet, left));
            while (wentOn.get() < 2 || !isStuck(a) || !isStuck(b)) Thread.onSpinWait();
        }

        private static void takeBoth(Holdable first, Runnable meet, Holdable second) {
            first.hold(
                    () -> {
                        meet.run();
                        second.hold(() -> {});
                    });
        }

        private static boolean isStuck(Thread thread) {
            Thread.State state = thread.getState();
            return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
        }
    }

    /**
     * What can be seen of the deadlocks.
     *
     * @param byBean the names of the threads that {@code findDeadlockedThreads} reports
     * @param dump the thread dump
     */
    record Seen(List<String> byBean, ThreadDump dump) {}

    static Seen look() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("dump");
        Path file = folder.resolve("threads.json");
        Process process = childProcess(file);
        try (var output = process.inputReader()) {
            process.waitFor();
            List<String> byBean = output.lines().sorted().toList();
            return new Seen(byBean, ThreadDump.parse(Files.readString(file)));
        } finally {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static Process childProcess(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        classes().toString(),
                        Child.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path classes() {
        try {
            return Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void main() throws IOException, InterruptedException {
        Seen seen = look();
        IO.println("Three pairs of threads, each pair in a deadlock.\n");
        IO.println("thread        ThreadMXBean   thread dump");
        for (String pair : List.of("platform", "virtual", "with lock"))
            for (int i = 1; i <= 2; i++) line(pair + " " + i, seen);
    }

    private static void line(String thread, Seen seen) {
        String dump =
                seen.dump.isInCircle(thread)
                        ? "waits for " + seen.dump.waitsFor().get(thread) + ", in a circle"
                        : "parked; the owner is not named";
        String bean = seen.byBean.contains(thread) ? "deadlock" : "-";
        IO.println("%-14s%-15s%s".formatted(thread, bean, dump));
    }
}
