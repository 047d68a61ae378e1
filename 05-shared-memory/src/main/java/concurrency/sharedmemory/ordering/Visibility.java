package concurrency.sharedmemory.ordering;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Scenario;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A thread may never see what another has written to a field that is not {@code volatile}.
 *
 * <p>Predict: B loops until a field says stop, and A sets it. Does B stop? Sooner or later?
 *
 * <p>Why: nothing orders A's write before B's reads, so each read may see the old value (JLS
 * 17.4.5). The compiler uses that: nothing in the loop writes the field, so it reads it once,
 * before the loop, as JLS 17.3 says it may. (With {@code Thread.onSpinWait} in the loop HotSpot
 * happens to read it in each turn.) In the explorer a late write arrives in the end, so there B
 * always stops; what it does find is the data race.
 *
 * <p>Cure: {@code volatile}: each read sees the last write before it, in the one order of all
 * volatile reads and writes (JLS 17.4.4, 17.4.7). The cost: the compiler cannot leave reads out. An
 * {@code AtomicBoolean} does the same, and {@code Thread.interrupt} if all that is wanted is to
 * stop.
 *
 * <p>Next: {@link Reordering}
 */
public final class Visibility implements Explorable {
    interface Flag {
        void stop();

        void loop(Runnable turn);
    }

    static final class BrokenPlain implements Flag {
        private boolean stop;

        @Override
        public void stop() {
            stop = true;
        }

        @Override
        public void loop(Runnable turn) {
            while (!stop) turn.run();
        }
    }

    static final class Volatile implements Flag {
        private volatile boolean stop;

        @Override
        public void stop() {
            stop = true; // happens-before each read that sees it
        }

        @Override
        public void loop(Runnable turn) {
            while (!stop) turn.run();
        }
    }

    /** A says stop while B loops. */
    static Scenario stopAndLoop(Flag flag) {
        return Scenario.of(flag::stop, () -> flag.loop(Thread::onSpinWait))
                .lateWrites()
                .outcome(() -> "B has stopped");
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenPlain", () -> stopAndLoop(new BrokenPlain())),
                new Variant(
                        "BrokenPlainNoRaces", () -> stopAndLoop(new BrokenPlain()).noDataRaces()),
                new Variant("Volatile", () -> stopAndLoop(new Volatile()).noDataRaces()));
    }

    // ---- on real threads

    /** Long enough for the compiler to take up the loop, in time that the thread has computed. */
    private static final Duration A_WHILE = Duration.ofMillis(100);

    /** Whether a thread that has looped for a while stops within a while. */
    static boolean stops(Flag flag) throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().start(() -> flag.loop(() -> {}));
        waitFor(thread, A_WHILE);
        flag.stop();
        return waitFor(thread, A_WHILE.multipliedBy(2));
    }

    /** Waits until the thread has ended, then true, or has computed for so long in all. */
    private static boolean waitFor(Thread thread, Duration computed) throws InterruptedException {
        var times = ManagementFactory.getThreadMXBean();
        while (!thread.join(Duration.ofMillis(1)))
            if (times.getThreadCpuTime(thread.threadId()) > computed.toNanos()) return false;
        return true;
    }

    /** The child process: a thread that never stops ends with it. */
    static final class Child {
        void main() throws InterruptedException {
            IO.println(stops(new BrokenPlain()));
        }
    }

    /** What this class says in a process of its own, started with these options. */
    static String told(Class<?> child, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.add(child.getName());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var pipe = process.inputReader()) {
            String line = pipe.readLine();
            int status = process.waitFor();
            if (line == null || status != 0)
                throw new IllegalStateException("the child process ended with status " + status);
            return line;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    void main() throws IOException, InterruptedException {
        IO.println("B loops until it sees that A has said stop.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println("A real thread has looped for a while when it is told to stop. Does it?");
        IO.println("this run: %-5s  plain".formatted(told(Child.class)));
        IO.println("this run: %-5s  plain, interpreted only".formatted(told(Child.class, "-Xint")));
        IO.println("certain:  %-5s  volatile".formatted(stops(new Volatile())));
    }
}
