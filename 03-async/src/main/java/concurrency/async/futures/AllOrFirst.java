package concurrency.async.futures;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.SettableFuture;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Wait for all, fail with the first failure, or take the first success: what becomes of the others?
 *
 * <p>Predict: one of two parts fails, and the other one is still under way. Is {@code allOf} done?
 * Is Guava's {@code allAsList}? Has anybody told the other part to stop?
 *
 * <p>Why: {@code allOf} waits for all, also after a failure. {@code allAsList} fails at once, which
 * lets the program go on, but neither of them cancels anything. {@code anyOf} takes whichever ends
 * first, even if it has failed. Only {@code invokeAny} waits for the first success and cancels the
 * others; it owns them, so it can.
 *
 * <p>Choose today: {@code invokeAny} for the first success; {@code allOf} where all results are
 * needed anyway; to fail fast, {@code allAsList}, or a future of your own that each part's failure
 * completes (exercise 3.2).
 *
 * <p>Next: {@link Cancellation}
 */
public final class AllOrFirst {
    /** The whole, and the part that was still under way, when the other part had failed. */
    record Seen(boolean wholeIsDone, boolean otherIsCancelled) {}

    static Seen allOf() {
        var failing = new CompletableFuture<String>();
        var other = new CompletableFuture<String>();
        var whole = CompletableFuture.allOf(failing, other);
        failing.completeExceptionally(new IOException("no news"));
        return new Seen(whole.isDone(), other.isCancelled());
    }

    static Seen allAsList() {
        var failing = SettableFuture.<String>create();
        var other = SettableFuture.<String>create();
        var whole = Futures.allAsList(failing, other);
        failing.setException(new IOException("no news"));
        return new Seen(whole.isDone(), other.isCancelled());
    }

    static Seen anyOf() {
        var failing = new CompletableFuture<String>();
        var other = new CompletableFuture<String>();
        var whole = CompletableFuture.anyOf(failing, other);
        failing.completeExceptionally(new IOException("no news"));
        return new Seen(whole.isCompletedExceptionally(), other.isCancelled());
    }

    private final CountDownLatch loserIsThere = new CountDownLatch(1);
    private boolean loserWasInterrupted; // read when close has waited for the loser's thread

    boolean loserWasInterrupted() {
        return loserWasInterrupted;
    }

    /** The first success, of a task that fails, one that waits for ever, and the winner. */
    String invokeAny(ThreadFactory threadFactory) throws InterruptedException, ExecutionException {
        Callable<String> failing =
                () -> {
                    throw new IOException("no news");
                };
        Callable<String> loser =
                () -> {
                    loserIsThere.countDown();
                    try {
                        new CountDownLatch(1).await(); // for ever
                    } catch (InterruptedException e) {
                        loserWasInterrupted = true;
                    }
                    return "loser";
                };
        Callable<String> winner =
                () -> {
                    loserIsThere.await();
                    return "winner";
                };
        try (var threads = Executors.newThreadPerTaskExecutor(threadFactory)) {
            return threads.invokeAny(List.of(failing, loser, winner));
        }
    }

    void main() throws InterruptedException, ExecutionException {
        IO.println("one of two parts has failed:\n");
        print("allOf", allOf());
        print("allAsList", allAsList());
        print("anyOf", anyOf());
        String first = invokeAny(Thread.ofVirtual().factory());
        IO.println("\ninvokeAny: " + first + ", loser interrupted: " + loserWasInterrupted);
    }

    private static void print(String how, Seen seen) {
        IO.println(
                "%-10s done: %-5s  other part cancelled: %s"
                        .formatted(how, seen.wholeIsDone, seen.otherIsCancelled));
    }
}
