package concurrency.async.programs;

import static com.google.common.util.concurrent.MoreExecutors.directExecutor;
import static com.google.common.util.concurrent.MoreExecutors.newSequentialExecutor;
import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;

import com.google.common.util.concurrent.AsyncCallable;
import com.google.common.util.concurrent.ExecutionSequencer;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.SettableFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Order without a lock, and without a thread of its own: a queue in front of a pool.
 *
 * <p>Predict: a pool of four threads adds a hundred items to a plain {@code ArrayList}. Are they
 * all there, and in order? And if a task only begins something and returns a future, does the next
 * one wait for that future?
 *
 * <p>Why: Guava's sequential executor keeps the tasks in a queue of its own and has at most one
 * worker in the pool, which runs them one after the other. Each task's end happens-before the next
 * one's beginning, whichever thread that is on. This is an actor's mailbox. But a task has ended
 * when its code returns; what it has begun may still be under way. {@code ExecutionSequencer} waits
 * for the future that the task returns.
 *
 * <p>Choose: one of these where many queues each have to stay in order, such as one for each
 * customer; {@code Executors.newSingleThreadExecutor()} where there is one such thing.
 *
 * <p>Next: {@link NoChildLeftBehind}
 */
public final class OneAtATime {
    static final int ITEMS = 100;

    private final List<Integer> list = new ArrayList<>(); // not thread-safe, and need not be
    private final List<String> log = new ArrayList<>();
    private final SettableFuture<Void> firstIsDone = SettableFuture.create();
    private final AsyncCallable<Void> first =
            () -> {
                log.add("first begins");
                return firstIsDone;
            };

    /** The list, and how many tasks the pool was given to fill it. */
    record Seen(List<Integer> list, long tasksOfThePool) {}

    Seen addInOrder(ThreadPoolExecutor pool) {
        var allAreQueued = new CountDownLatch(1);
        try (pool) {
            Executor oneAtATime = newSequentialExecutor(pool);
            oneAtATime.execute(() -> awaitUninterruptibly(allAreQueued));
            for (int i = 1; i <= ITEMS; i++) {
                int item = i;
                oneAtATime.execute(() -> list.add(item));
            }
            allAreQueued.countDown();
        } // waits for the worker, which ends when its queue is empty
        return new Seen(list, pool.getCompletedTaskCount());
    }

    List<String> sequentialExecutor() {
        Executor oneAtATime = newSequentialExecutor(directExecutor());
        var _ = Futures.submitAsync(first, oneAtATime);
        oneAtATime.execute(() -> log.add("second begins"));
        log.add("first is done");
        firstIsDone.set(null);
        return log;
    }

    List<String> executionSequencer() {
        var oneAtATime = ExecutionSequencer.create();
        var _ = oneAtATime.submitAsync(first, directExecutor());
        var _ = oneAtATime.submit(() -> log.add("second begins"), directExecutor());
        log.add("first is done");
        firstIsDone.set(null);
        return log;
    }

    void main() {
        Seen seen = addInOrder((ThreadPoolExecutor) Executors.newFixedThreadPool(4));
        IO.println("4 threads: items " + seen.list.getFirst() + " to " + seen.list.getLast());
        IO.println("in the list: " + seen.list.size() + ", in order: " + isInOrder(seen.list));
        IO.println("tasks of the pool: " + seen.tasksOfThePool + "\n");
        IO.println("sequential executor: " + new OneAtATime().sequentialExecutor());
        IO.println("ExecutionSequencer:  " + new OneAtATime().executionSequencer());
    }

    private static boolean isInOrder(List<Integer> list) {
        return list.equals(list.stream().sorted().toList());
    }
}
