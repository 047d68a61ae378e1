package concurrency.async;

import static concurrency.async.Wait.outside;
import static java.util.concurrent.CompletableFuture.runAsync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * One task that never gives way stops the whole loop.
 *
 * <p>Predict: the hog does three pieces of work and yields nowhere, the bell rings three times and
 * yields after each. The hog is first in the queue. When does the bell ring? And if the hog awaits
 * its work, in a coroutine of its own?
 *
 * <p>Why: a loop cannot take the thread away, it gets it back where a task gives way. To await the
 * work changes nothing, since nothing inside it waits ({@link AwaitGivesWay}).
 *
 * <p>Cure: hand the work to another thread and await its end. That costs a thread for each piece of
 * work that is open, and what loop and thread share must be handed over. Here it is: what the loop
 * has written happens-before {@code join} returns in the thread, and what the thread has written
 * happens-before the loop takes the hog from its queue. A calculation can stay on the loop if it is
 * cut up and yields between its pieces; a call that blocks cannot.
 *
 * <p>Next: {@link AsyncBot}
 */
final class GreedyTask {
    final EventLoop loop = new EventLoop();
    private final List<String> trace = new ArrayList<>();
    private final CompletableFuture<Void> hasRung = new CompletableFuture<>();

    List<String> broken() throws InterruptedException {
        return besideTheBell(new Coroutine().then(this::work));
    }

    List<String> falseFixAwait() throws InterruptedException {
        return besideTheBell(new Coroutine().await(() -> new Coroutine().then(this::work)));
    }

    /**
     * The thread waits for the bell before it works, which makes the order certain. Otherwise any
     * merge of the two could come, and the trace, which both write, would have to be guarded.
     */
    List<String> handedToAThread() throws InterruptedException {
        try (var thread = Executors.newSingleThreadExecutor()) {
            Runnable workAfterTheBell =
                    () -> {
                        hasRung.join();
                        work();
                    };
            try {
                return besideTheBell(
                        new Coroutine()
                                .await(() -> outside(runAsync(workAfterTheBell, thread), _ -> {})));
            } finally {
                hasRung.complete(null); // if the loop has failed, the thread would wait for ever
            }
        }
    }

    private void work() {
        for (int part = 1; part <= 3; part++) trace.add("work");
    }

    private List<String> besideTheBell(Coroutine hog) throws InterruptedException {
        var bell = new Coroutine();
        for (int i = 0; i < 3; i++) bell.then(() -> trace.add("ring")).await(Wait::turn);
        loop.spawn(hog);
        loop.spawn(bell.then(() -> hasRung.complete(null)));
        loop.run();
        return trace;
    }

    void main() throws InterruptedException {
        IO.println("The hog is first in the queue, the bell is second:\n");
        print("never gives way", new GreedyTask().broken());
        print("awaits its work", new GreedyTask().falseFixAwait());
        print("hands it to a thread", new GreedyTask().handedToAThread());
    }

    private static void print(String hog, List<String> trace) {
        IO.println("%-22s%s".formatted(hog, String.join(" ", trace)));
    }
}
