package concurrency.async.coroutines;

import concurrency.async.coroutines.Coroutine.AsyncFunction;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A cold task begins when somebody runs it, a hot one when it is made.
 *
 * <p>Predict: a coroutine, a {@code FutureTask} and {@code CompletableFuture.supplyAsync} are made,
 * and nobody awaits, runs or joins them. Which have said Hello?
 *
 * <p>Why: {@code supplyAsync} hands its code to a thread at once. {@code join} starts nothing, it
 * only waits for the end, so a future that nobody joins runs too, and if it fails nobody notices. A
 * cold task that nobody runs never begins. Coroutines, {@code Callable}s and streams are cold;
 * Java's {@code CompletableFuture}, C#'s tasks and JavaScript's promises are hot.
 *
 * <p>So hot tasks overlap as soon as two are made; cold ones need somebody to run them together.
 *
 * <p>Next: {@link concurrency.async.loop.EventLoop EventLoop}
 */
public final class HotOrCold {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>(); // by any thread

    private String sayHello() {
        said.add("Hello");
        return "Hello";
    }

    List<String> coroutine() {
        var _ = new AsyncFunction("greet", this::sayHello).call();
        return List.copyOf(said);
    }

    List<String> futureTask() {
        var _ = new FutureTask<>(this::sayHello);
        return List.copyOf(said);
    }

    /** Nobody joins: {@code take} waits for the Hello, not for the future. */
    List<String> supplyAsync(ExecutorService thread) throws InterruptedException {
        var _ = CompletableFuture.supplyAsync(this::sayHello, thread);
        return List.of(said.take());
    }

    /** The result of a future is kept: joining it again does not run it again. */
    List<String> joinedTwice(ExecutorService thread) {
        var future = CompletableFuture.supplyAsync(this::sayHello, thread);
        future.join();
        future.join();
        return List.copyOf(said);
    }

    void main() throws InterruptedException {
        IO.println("coroutine called      said " + new HotOrCold().coroutine());
        IO.println("FutureTask made       said " + new HotOrCold().futureTask());
        try (var thread = Executors.newSingleThreadExecutor()) {
            IO.println("supplyAsync called    said " + new HotOrCold().supplyAsync(thread));
            IO.println("and joined, twice     said " + new HotOrCold().joinedTwice(thread));
        }
    }
}
