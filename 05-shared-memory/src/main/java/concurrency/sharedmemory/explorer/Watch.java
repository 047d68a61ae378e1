package concurrency.sharedmemory.explorer;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches that a search gets on. The search and its bodies are virtual threads, which hand the turn
 * to each other several times faster than platform threads do; the one that watches is the caller.
 */
final class Watch {
    /** A search. */
    interface Job<T> {
        T run(Watch watch) throws InterruptedException;
    }

    /** A body that loops for ever keeps its carrier; from then on platform threads are used. */
    private static volatile boolean carrierLost;

    private static final int LOOKS = 10;
    private static final Set<Thread.State> BLOCKED =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final AtomicLong moves = new AtomicLong();
    private volatile Actor moving;

    // of the thread that watches
    private Thread explorer;
    private long movesSeen = -1;
    private int quietLooks;

    private Watch() {}

    /**
     * Runs the job on a thread of its own.
     *
     * @param patience how often to look; a body that is blocked at two looks in a row with no step
     *     between is stuck, one that is running at {@link #LOOKS} of them
     * @throws IllegalStateException if a body is stuck; it names the body
     */
    static <T> T over(Duration patience, Job<T> job) {
        var watch = new Watch();
        var task = new FutureTask<>(() -> job.run(watch));
        watch.explorer = watch.newThread("explorer", task);
        watch.explorer.start();
        while (true) {
            try {
                return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                IllegalStateException stuck = watch.look();
                if (stuck == null) continue;
                watch.giveUp(patience);
                throw stuck;
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

    /** What to throw if nothing has moved for long enough, otherwise null. */
    private IllegalStateException look() {
        long movesNow = moves.get();
        quietLooks = movesNow == movesSeen ? quietLooks + 1 : 0;
        movesSeen = movesNow;
        Actor actor = moving;
        Thread thread = actor == null ? explorer : actor.thread;
        boolean blocked = actor != null && BLOCKED.contains(thread.getState());
        StackTraceElement[] stack = thread.getStackTrace();
        boolean enough = quietLooks >= (blocked ? 1 : LOOKS);
        if (!enough || isWaiting(stack) || moves.get() != movesNow) return null;
        return stuck(actor, blocked, stack);
    }

    Thread newThread(String name, Runnable task) {
        Thread.Builder builder = carrierLost ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
        return builder.name(name).unstarted(task);
    }

    /** Somebody else has the turn now; null for the search itself. */
    void moved(Actor actor) {
        moving = actor;
        moves.incrementAndGet();
    }

    /** Not yet started, or at a step: the machine is busy, and the body is not to blame. */
    private static boolean isWaiting(StackTraceElement[] stack) {
        return stack.length == 0
                || Arrays.stream(stack)
                        .anyMatch(
                                frame ->
                                        frame.getClassName().equals(Run.class.getName())
                                                && frame.getMethodName().equals("pause"));
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

    private static IllegalStateException stuck(
            Actor actor, boolean blocked, StackTraceElement[] stack) {
        var where = new StringJoiner("\n\tat ", "\n\tat ", "");
        for (StackTraceElement frame : stack) where.add(frame.toString());
        if (actor == null)
            return new IllegalStateException(
                    "the scenario's set-up or outcome does not end" + where);
        if (!blocked) carrierLost = true;
        String why =
                blocked
                        ? "It waits for something that no step can bring: use the variables and"
                                + " locks of the scenario only."
                        : "It runs on, and Java cannot stop it. A loop that waits for another"
                                + " thread calls Explorer.spin().";
        return new IllegalStateException(
                actor.name + " neither ends nor makes a step. " + why + where);
    }
}
