package concurrency.sharedmemory.explorer;

import java.time.Duration;
import java.util.Arrays;
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

    private final AtomicLong moves = new AtomicLong();
    private volatile Actor moving;
    private volatile Run run;

    private Watch() {}

    /**
     * Runs the job on a thread of its own.
     *
     * @param patience how long a body may take between two steps, at least
     * @throws IllegalStateException if one takes longer; it names the body
     */
    static <T> T over(Duration patience, Job<T> job) {
        var watch = new Watch();
        var task = new FutureTask<>(() -> job.run(watch));
        Thread explorer = watch.newThread("explorer", task);
        explorer.start();
        long movesBefore = -1;
        while (true) {
            long moves = watch.moves.get();
            try {
                return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                Actor actor = watch.moving;
                StackTraceElement[] stack =
                        (actor == null ? explorer : actor.thread).getStackTrace();
                if (moves == movesBefore && moves == watch.moves.get() && !isWaiting(stack)) {
                    watch.giveUp(task);
                    throw watch.stuck(actor, stack);
                }
                movesBefore = moves;
            } catch (InterruptedException _) {
                watch.giveUp(task);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while exploring");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) throw cause;
                throw new IllegalStateException(e.getCause());
            }
        }
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

    void began(Run newRun) {
        run = newRun;
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

    private void giveUp(FutureTask<?> task) {
        task.cancel(true);
        if (run != null) run.abandon();
    }

    private IllegalStateException stuck(Actor actor, StackTraceElement[] stack) {
        if (actor == null)
            return new IllegalStateException("the scenario's set-up or outcome does not end");
        boolean loops = actor.thread.getState() == Thread.State.RUNNABLE;
        if (loops) carrierLost = true;
        var where = new StringJoiner("\n\tat ", "\n\tat ", "");
        for (StackTraceElement frame : stack) where.add(frame.toString());
        String why =
                loops
                        ? "It runs on, and Java cannot stop it. A loop that waits for another"
                                + " thread calls Explorer.spin()."
                        : "It waits for something that no step can bring: use the variables and"
                                + " locks of the scenario only.";
        return new IllegalStateException(
                actor.name() + " neither ends nor makes a step. " + why + where);
    }
}
