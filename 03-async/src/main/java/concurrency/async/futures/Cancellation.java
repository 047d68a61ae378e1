package concurrency.async.futures;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Whoever waits for a future hears of its cancellation or time-out; whoever does its work, not
 * always.
 *
 * <p>Predict: a worker is in the middle of its work, and its future gets {@code cancel(true)}. Is
 * the worker interrupted? And if the future times out?
 *
 * <p>Why: a {@code FutureTask}, which a pool's {@code submit} returns, knows the thread that runs
 * it, and {@code true} means: interrupt it. A {@code CompletableFuture} knows nobody, only a result
 * to come; to cancel it is to complete it with a {@code CancellationException}, and the {@code
 * true} means nothing. {@code orTimeout} does the same with a {@code TimeoutException}: it ends the
 * waiting, not the work. And a stage made with {@code thenApply} passes no cancellation back to the
 * stage before; Guava's {@code transform} does.
 *
 * <p>Choose today: a {@code Future} from {@code submit} for work that must be stoppable, and write
 * that work so that an interrupt stops it.
 *
 * <p>Next: {@link WhereCallbacksRun}
 */
public final class Cancellation {
    /** Work that stands at a gate until somebody opens it, or interrupts it. */
    static final class Worker implements Runnable {
        final CountDownLatch isAtGate = new CountDownLatch(1);
        final CountDownLatch gate = new CountDownLatch(1);
        String end = "not ended"; // read before the gate opens, or when the thread has ended

        @Override
        public void run() {
            isAtGate.countDown();
            try {
                gate.await();
                end = "finished";
            } catch (InterruptedException e) {
                end = "interrupted";
            }
        }
    }

    static String cancelledCompletableFuture(ThreadFactory factory) throws InterruptedException {
        var worker = new Worker();
        try (var threads = Executors.newThreadPerTaskExecutor(factory)) {
            var future = CompletableFuture.runAsync(worker, threads);
            worker.isAtGate.await();
            future.cancel(true);
            worker.gate.countDown();
        } // waits for the worker
        return worker.end;
    }

    static String cancelledFutureTask(ThreadFactory factory) throws InterruptedException {
        var worker = new Worker();
        try (var threads = Executors.newThreadPerTaskExecutor(factory)) {
            var task = new FutureTask<Void>(worker, null);
            threads.execute(task);
            worker.isAtGate.await();
            task.cancel(true);
            worker.gate.countDown();
        } // waits for the worker
        return worker.end;
    }

    /** What the waiting thread was told, the work at that time, and the work in the end. */
    record TimedOut(String waiting, String workThen, String workInTheEnd) {}

    static TimedOut timedOut() throws InterruptedException {
        var worker = new Worker();
        String waiting = "nothing";
        String workThen;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var future = CompletableFuture.runAsync(worker, threads);
            worker.isAtGate.await();
            try {
                future.orTimeout(1, TimeUnit.MILLISECONDS).join();
            } catch (CompletionException e) {
                waiting = e.getCause().getClass().getSimpleName();
            }
            workThen = worker.end;
            worker.gate.countDown();
        }
        return new TimedOut(waiting, workThen, worker.end);
    }

    /** Whether the question is cancelled when its answer is. */
    static boolean jdkCancelsUpstream() {
        var question = new CompletableFuture<String>();
        question.thenApply(String::length).cancel(true);
        return question.isCancelled();
    }

    static boolean guavaCancelsUpstream() {
        var question = SettableFuture.<String>create();
        Futures.transform(question, String::length, MoreExecutors.directExecutor()).cancel(true);
        return question.isCancelled();
    }

    void main() throws InterruptedException {
        ThreadFactory threads = Thread.ofVirtual().factory();
        IO.println("cancel(true)                     the worker has");
        IO.println("  CompletableFuture              " + cancelledCompletableFuture(threads));
        IO.println("  FutureTask                     " + cancelledFutureTask(threads));
        IO.println("cancel(true) of the answer       the question is cancelled");
        IO.println("  thenApply                      " + jdkCancelsUpstream());
        IO.println("  Guava's transform              " + guavaCancelsUpstream());
        TimedOut timedOut = timedOut();
        IO.println("orTimeout");
        IO.println("  whoever waits is told          " + timedOut.waiting);
        IO.println("  the worker has then            " + timedOut.workThen);
        IO.println("  and in the end                 " + timedOut.workInTheEnd);
    }
}
