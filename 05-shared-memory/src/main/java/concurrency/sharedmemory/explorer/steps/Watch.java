package concurrency.sharedmemory.explorer.steps;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches over a search, and ends it if it gets stuck. The search and its bodies are virtual
 * threads, which hand the turn to each other several times faster than platform threads do; the one
 * that watches is the caller.
 */
public final class Watch {
    /** A search. */
    public interface Job<T> {
        T run(Watch watch) throws InterruptedException;
    }

    /** What loops for ever keeps its carrier; while it does, platform threads are used. */
    private static final Set<Thread> LOOPING = ConcurrentHashMap.newKeySet();

    private static final int LOOKS = 10;

    /** A look counts for nothing if the machine gave this JVM less than this part of the time. */
    private static final int LEAST_SHARE = 10;

    /** Numbers for what is the same in all runs; only the thread that has the turn uses them. */
    private final Map<Object, Integer> numbers = new HashMap<>();

    private final AtomicLong moves = new AtomicLong();
    private volatile SteppedThread moving;

    // of the thread that watches
    private Thread explorer;
    private long movesSeen = -1;
    private int quietLooks;
    private Duration cpuSeen = Duration.ZERO;

    private Watch() {}

    /**
     * Runs the job on a thread of its own.
     *
     * @param patience the time between two looks; a thread found blocked at two looks in a row,
     *     with no step between, is stuck, and so is one found running at {@link #LOOKS} further
     *     looks
     * @throws IllegalStateException if somebody is stuck; it says who
     */
    public static <T> T over(Duration patience, Job<T> job) {
        var watch = new Watch();
        var task = new FutureTask<>(() -> job.run(watch));
        watch.explorer = watch.newThread("explorer", task);
        watch.explorer.start();
        while (true) {
            try {
                return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                Standstill stuck = watch.look(patience);
                if (stuck == null) continue;
                if (!stuck.blocked()) LOOPING.add(watch.mover());
                watch.giveUp(patience);
                throw stuck.error();
            } catch (InterruptedException _) {
                watch.giveUp(patience);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while exploring");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) throw cause;
                if (e.getCause() instanceof Error cause) throw cause;
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Who is stuck, if nothing has moved for long enough, otherwise null. */
    private Standstill look(Duration patience) {
        SteppedThread actor = moving;
        long movesNow = moves.get();
        Standstill stuck = Standstill.of(actor, mover());
        if (movesNow != movesSeen) quietLooks = 0;
        else if (stuck.blocked() || !isStarved(patience)) quietLooks++;
        movesSeen = movesNow;
        boolean enough = quietLooks >= (stuck.blocked() ? 1 : LOOKS);
        return enough && !stuck.isExcused() && moves.get() == movesNow ? stuck : null;
    }

    /** Whether the thread that runs is not to blame, as other processes had nearly all the time. */
    private boolean isStarved(Duration patience) {
        Optional<Duration> cpu = ProcessHandle.current().info().totalCpuDuration();
        if (cpu.isEmpty()) return false; // not known on this system
        Duration used = cpu.get().minus(cpuSeen);
        if (used.compareTo(patience.dividedBy(LEAST_SHARE)) < 0) return true;
        cpuSeen = cpu.get();
        return false;
    }

    /** The thread that should be moving. */
    private Thread mover() {
        SteppedThread actor = moving;
        return actor == null ? explorer : actor.thread;
    }

    /** The same number for what is equal. */
    int number(Object identity) {
        return numbers.computeIfAbsent(identity, _ -> numbers.size());
    }

    Thread newThread(String name, Runnable task) {
        LOOPING.removeIf(thread -> !thread.isAlive());
        Thread.Builder builder =
                LOOPING.isEmpty() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        return builder.name(name).unstarted(task);
    }

    /** Somebody else has the turn now; null for the search itself. */
    public void moved(SteppedThread actor) {
        moving = actor;
        moves.incrementAndGet();
    }

    /** Ends what can be ended, and waits for that; a body that runs on is not waited for. */
    private void giveUp(Duration patience) {
        explorer.interrupt();
        try {
            explorer.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
