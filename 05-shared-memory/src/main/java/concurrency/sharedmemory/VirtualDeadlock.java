package concurrency.sharedmemory;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
 * own, {@link ThreeDeadlocks}. It ends by itself: neither virtual threads nor daemon threads keep a
 * process alive.
 *
 * <p>Next: {@link BoundedBuffer}
 */
final class VirtualDeadlock {
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
                        ThreeDeadlocks.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path classes() {
        try {
            return Path.of(
                    ThreeDeadlocks.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
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
