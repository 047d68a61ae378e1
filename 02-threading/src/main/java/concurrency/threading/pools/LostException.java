package concurrency.threading.pools;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * {@code execute} shows a task's exception; {@code submit} keeps it in its {@code Future}.
 *
 * <p>Predict: a task throws. It is given to a pool with {@code execute}, then with {@code submit}.
 * How often is the exception printed?
 *
 * <p>Why: a thread that dies of an exception tells its uncaught-exception handler; the default one
 * prints the stack trace. But {@code submit} wraps the task in a future that catches everything:
 * the thread does not die, the handler hears nothing, and if the future is dropped, so is the
 * exception. A task of {@code scheduleAtFixedRate} that throws is lost in the same way, and all its
 * later runs with it.
 *
 * <p>Cures: keep the future and ask it: {@code get} throws an {@code ExecutionException} with the
 * exception as its cause, {@code exceptionNow} (since Java 19) returns it. Or {@code execute},
 * where nobody wants a result. Guava's {@code Futures.addCallback} and the JDK's {@code
 * CompletableFuture.whenComplete} report a failure without a waiting thread; in new code choose the
 * JDK's.
 *
 * <p>Next: {@link PoolGrowth}
 */
public final class LostException {
    static final Runnable FAILS =
            () -> {
                throw new IllegalStateException("no such order");
            };

    static void execute(ExecutorService pool) {
        pool.execute(FAILS); // the thread dies, and its handler is told
    }

    static void brokenSubmit(ExecutorService pool) {
        var _ = pool.submit(FAILS); // the future knows, and nobody asks it
    }

    /** What the handler of the pool's threads is told; the default one would print it. */
    static List<String> told(Consumer<ExecutorService> submission) throws InterruptedException {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        ThreadFactory factory =
                task -> {
                    var thread = new Thread(task);
                    thread.setUncaughtExceptionHandler(
                            (_, thrown) -> told.add(thrown.getMessage()));
                    threads.add(thread);
                    return thread;
                };
        try (var pool = Executors.newFixedThreadPool(1, factory)) {
            submission.accept(pool);
        }
        for (Thread thread : threads) thread.join(); // the handler runs as a thread's last act
        return List.copyOf(told);
    }

    /** Cure: keep the future, and ask it when the task has ended. */
    static Throwable asked() {
        Future<?> future;
        try (var pool = Executors.newFixedThreadPool(1)) {
            future = pool.submit(FAILS);
        } // close waits for the task
        return future.exceptionNow();
    }

    void main() throws InterruptedException {
        IO.println("execute: the handler is told " + told(LostException::execute));
        IO.println("submit:  the handler is told " + told(LostException::brokenSubmit));
        IO.println("submit:  the future answers  [" + asked().getMessage() + "]");
    }
}
