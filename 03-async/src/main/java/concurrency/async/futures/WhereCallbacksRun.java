package concurrency.async.futures;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.SettableFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * A callback runs on the caller's thread if the future is done, otherwise on the thread that
 * completes it.
 *
 * <p>Predict: {@code future.thenApply(f)}. On which thread does {@code f} run?
 *
 * <p>Why: if the future is done, the caller runs {@code f} at once, inside {@code thenApply}; if
 * not, the thread that completes it does (or one that tries to and is too late). So the same line
 * runs here or there, depending on timing: perhaps on a web server's thread, perhaps under a lock
 * that the caller holds. Several callbacks of one future run in no promised order; today's JDK runs
 * the last one first.
 *
 * <p>Cure: {@code thenApplyAsync(f, executor)} says where. Without the executor it is the common
 * pool. Guava has no version without one, so nobody can forget it: {@code directExecutor()} says
 * "wherever". Choose the JDK's with an executor; without one, only for what is short and cannot
 * block.
 *
 * <p>Next: {@link WrappedExceptions}
 */
public final class WhereCallbacksRun {
    static Thread ofADoneFuture() {
        return CompletableFuture.completedFuture("here").thenApply(_ -> thread()).join();
    }

    static Thread ofAPendingFuture(Executor completer) {
        var future = new CompletableFuture<String>();
        var callback = future.thenApply(_ -> thread());
        completer.execute(() -> future.complete("here"));
        return callback.join();
    }

    static Thread withAnExecutor(Executor executor) {
        return CompletableFuture.completedFuture("here")
                .thenApplyAsync(_ -> thread(), executor)
                .join();
    }

    static Thread ofGuava(Executor executor) {
        var future = SettableFuture.<String>create();
        future.set("here");
        return Futures.getUnchecked(Futures.transform(future, _ -> thread(), executor));
    }

    static List<Integer> ofThree() {
        List<Integer> ran = new ArrayList<>();
        var future = new CompletableFuture<String>();
        for (int i : List.of(1, 2, 3)) {
            var _ = future.thenRun(() -> ran.add(i));
        }
        future.complete("here");
        return ran;
    }

    private static Thread thread() {
        return Thread.currentThread();
    }

    void main() {
        try (var other = Executors.newSingleThreadExecutor(run -> new Thread(run, "completer"));
                var pool = Executors.newSingleThreadExecutor(run -> new Thread(run, "executor"))) {
            IO.println("the future is done      " + name(ofADoneFuture()));
            IO.println("it is not done yet      " + name(ofAPendingFuture(other)));
            IO.println("with an executor        " + name(withAnExecutor(pool)));
            IO.println("Guava, always with one  " + name(ofGuava(pool)));
        }
        IO.println("this run: callbacks 1, 2, 3 of one future ran in the order " + ofThree());
    }

    private static String name(Thread thread) {
        return thread.equals(Thread.currentThread()) ? "caller" : thread.getName();
    }
}
