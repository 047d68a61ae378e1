package concurrency.cpuvsio;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A real task of {@link FourWays} in two styles: a call that blocks, for threads of any kind, and a
 * chain of steps, for an event loop.
 */
interface Job extends Callable<String> {
    /** Starts it: each of its steps runs on the loop, and no thread waits between two steps. */
    CompletableFuture<String> startOn(Executor loop);

    /** CPU-bound: nothing but work. */
    record Hash(int first, int bytes) implements Job {
        @Override
        public String call() {
            return Long.toHexString(Hashing.hash(first, bytes));
        }

        @Override
        public CompletableFuture<String> startOn(Executor loop) {
            return CompletableFuture.supplyAsync(this::call, loop);
        }
    }

    /**
     * I/O-bound: a little work, then a server is asked, and takes its time. (The client has threads
     * of its own that move the bytes, but none that waits for one answer.)
     */
    record Request(Hash work, HttpClient client, LoopbackServer server) implements Job {
        @Override
        public String call() throws Exception {
            return client.send(server.request(work.call()), BodyHandlers.ofString()).body();
        }

        @Override
        public CompletableFuture<String> startOn(Executor loop) {
            return work.startOn(loop)
                    .thenApplyAsync(server::request, loop)
                    .thenCompose(request -> client.sendAsync(request, BodyHandlers.ofString()))
                    .thenApplyAsync(HttpResponse::body, loop);
        }
    }
}
