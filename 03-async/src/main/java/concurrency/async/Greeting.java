package concurrency.async;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** What is named, called, awaited and not joined in the story of {@link Coroutine}. */
final class Greeting {
    private Greeting() {}

    /** An async function that says Hello, gives way, and says Bye. */
    static AsyncFunction greet(List<String> said) {
        return new AsyncFunction(
                "greet",
                () ->
                        new Coroutine()
                                .then(() -> said.add("Hello"))
                                .await(Wait::turn)
                                .then(() -> said.add("Bye")));
    }

    /** Runs a coroutine as a part of a task, to its end. */
    static void await(Coroutine coroutine) throws InterruptedException {
        var loop = new EventLoop();
        loop.spawn(new Coroutine().await(() -> coroutine));
        loop.run();
    }

    /** Has Hello said by a future that nobody joins, and tells what has been said. */
    static List<String> inFuture() throws InterruptedException {
        var said = new LinkedBlockingQueue<String>();
        try (var thread = Executors.newSingleThreadExecutor()) {
            var _ = CompletableFuture.supplyAsync(() -> said.add("Hello"), thread);
            return List.of(said.take());
        }
    }
}
