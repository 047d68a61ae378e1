package concurrency.async;

import static concurrency.async.Wait.until;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * {@code await} gives way only if something inside it waits.
 *
 * <p>Predict: a task queues a second one, which writes B, and then itself awaits three times
 * something that writes A. When is it B's turn: at the first await, or after the last?
 *
 * <p>Why: to await a coroutine is to run it here and now, like a call. What gives way are the
 * yields inside, and if there is none, nobody else runs: AAAB. A task runs in a turn of its own,
 * behind B, so there is something to wait for: BAAA. A coroutine with a yield gives way there, once
 * its first A is written: ABAA. And what is ready is not waited for: AAAB again.
 *
 * <p>So {@code await} marks where a task may give way. Whether it does is decided inside.
 *
 * <p>Next: {@link GreedyTask}
 */
final class AwaitGivesWay {
    private final EventLoop loop = new EventLoop();
    private final StringBuilder written = new StringBuilder();

    String awaitCoroutine() throws InterruptedException {
        return awaitThreeTimes(() -> writes("A"));
    }

    String awaitTask() throws InterruptedException {
        return awaitThreeTimes(() -> loop.spawn(writes("A")));
    }

    String awaitCoroutineThatYields() throws InterruptedException {
        return awaitThreeTimes(() -> writes("A").await(Wait::turn));
    }

    String awaitWhatIsReady() throws InterruptedException {
        var ready = CompletableFuture.completedFuture("ready");
        return awaitThreeTimes(() -> writes("A").await(() -> until(ready)));
    }

    private String awaitThreeTimes(Supplier<Resumable<Wait>> a) throws InterruptedException {
        loop.spawn(new Coroutine().then(() -> loop.spawn(writes("B"))).await(a).await(a).await(a));
        loop.run();
        return written.toString();
    }

    private Coroutine writes(String letter) {
        return new Coroutine().then(() -> written.append(letter));
    }

    void main() throws InterruptedException {
        IO.println("B is in the queue, and a task writes A three times:\n");
        IO.println("await a coroutine:              " + new AwaitGivesWay().awaitCoroutine());
        IO.println("await it as a task:             " + new AwaitGivesWay().awaitTask());
        IO.println(
                "await a coroutine that yields:  "
                        + new AwaitGivesWay().awaitCoroutineThatYields());
        IO.println("await what is ready:            " + new AwaitGivesWay().awaitWhatIsReady());
    }
}
