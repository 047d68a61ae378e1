package concurrency.async.loop;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * One task that never yields stops the whole loop.
 *
 * <p>Predict: a hog does three pieces of work in one go; a bell rings three times and yields after
 * each ring. The hog is first in the queue. When does the bell ring? And if the work is a {@code
 * CompletableFuture}?
 *
 * <p>Why: a loop cannot take its thread away from a task; it gets it back when the task yields. A
 * future whose code runs on the same thread changes nothing but the name.
 *
 * <p>Cures: cut the work up and queue the rest after each piece; it takes no less time, and a
 * blocking call cannot be cut. Or hand it to another thread; then whatever loop and thread share
 * must be guarded, or handed over as the trace is here: what is written before a future is
 * completed happens-before the return of its {@code join}.
 *
 * <p>Next: {@link StillRaces}
 */
@SuppressWarnings("FutureReturnValueIgnored") // hasWorked tells when
public final class GreedyTask {
    private final List<String> trace = new ArrayList<>();
    private final CompletableFuture<Void> hasWorked = new CompletableFuture<>();
    private final CompletableFuture<Void> hasRung = new CompletableFuture<>();

    List<String> broken() {
        return besideTheBell(loop -> loop.execute(this::work));
    }

    List<String> falseFixFuture() {
        return besideTheBell(loop -> runAsync(this::work, loop));
    }

    List<String> cutUp() {
        return besideTheBell(loop -> loop.execute(() -> workInPieces(loop, 3)));
    }

    /** The thread waits for the bell, so that the order is certain; else they would overlap. */
    List<String> handedTo(Executor thread) {
        Runnable workAfterTheBell =
                () -> {
                    hasRung.join(); // what the loop has written happens-before its return
                    work();
                };
        return besideTheBell(_ -> runAsync(workAfterTheBell, thread));
    }

    private void work() {
        for (int piece = 1; piece <= 3; piece++) trace.add("work");
        hasWorked.complete(null);
    }

    private void workInPieces(Executor loop, int left) {
        trace.add("work");
        if (left > 1) loop.execute(() -> workInPieces(loop, left - 1)); // yields
        else hasWorked.complete(null);
    }

    private void ring(Executor loop, int left) {
        trace.add("ring");
        if (left > 1) loop.execute(() -> ring(loop, left - 1)); // yields
        else hasRung.complete(null);
    }

    /** The loop is Java's own: an executor with one thread. */
    private List<String> besideTheBell(Consumer<Executor> hog) {
        try (var loop = Executors.newSingleThreadExecutor()) {
            Runnable queuesBoth =
                    () -> {
                        hog.accept(loop);
                        loop.execute(() -> ring(loop, 3));
                    };
            loop.execute(queuesBoth);
            allOf(hasWorked, hasRung).join();
            return trace;
        }
    }

    void main() {
        print("never yields", new GreedyTask().broken());
        print("is a future", new GreedyTask().falseFixFuture());
        print("is cut up", new GreedyTask().cutUp());
        try (var thread = Executors.newSingleThreadExecutor()) {
            print("has its own thread", new GreedyTask().handedTo(thread));
        }
    }

    private static void print(String hog, List<String> trace) {
        IO.println("%-20s%s".formatted(hog, String.join(" ", trace)));
    }
}
