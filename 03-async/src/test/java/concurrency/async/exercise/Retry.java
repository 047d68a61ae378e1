package concurrency.async.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Exercise 3.4: try again, but not at once. Difficulty 2.
 *
 * <p>A server that is asked fails now and then. Asking again at once would make it worse; so each
 * time it has failed, wait twice as long. Below, there is only one attempt.
 *
 * <p>This is about Java's own futures. To wait, nobody sleeps: an {@link Alarm} is told what to do
 * later, and the call returns.
 */
final class Retry {
    /** Runs a task later, on a clock that may be virtual. */
    interface Alarm {
        /** Runs the task when this many time units have passed. */
        void after(long units, Runnable task);
    }

    /**
     * A future of the result, returned at once.
     *
     * <ul>
     *   <li>The first attempt is made at once. If it fails, a second one is made after {@code
     *       pause} time units, a third 2 pauses after the second has failed, a fourth 4 after the
     *       third has, and so on.
     *   <li>At most {@code attempts} are made. The first that succeeds gives the result; when the
     *       last one fails, the result fails there and then, with that last failure.
     *   <li>An attempt that somebody has cancelled is not repeated: the result is cancelled, too.
     *   <li>When somebody has cancelled the result, no other attempt is made.
     * </ul>
     *
     * @param attempt makes an attempt; it returns at once and does not throw
     * @param attempts at least 1
     * @param pause at least 1
     */
    static <T> CompletableFuture<T> retry(
            Supplier<CompletableFuture<T>> attempt, int attempts, long pause, Alarm alarm) {
        abort("exercise 3.4 is not started: delete this line of Retry.java and run again");
        return attempt.get();
    }
}
