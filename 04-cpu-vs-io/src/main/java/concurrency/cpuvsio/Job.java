package concurrency.cpuvsio;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A real task in both spellings: blocking for threads of any kind, futures for an event loop. */
interface Job {
    /** Does the job on the calling thread, which waits where the job has to wait. */
    String blocking(HttpClient client) throws Exception;

    /** Starts the job, its work on the loop's thread; no thread waits where the job has to wait. */
    CompletableFuture<String> started(HttpClient client, Executor loop);

    /** CPU-bound: all work. */
    record Hash(int first, int bytes) implements Job {
        @Override
        public String blocking(HttpClient client) {
            return Long.toHexString(Hashing.hash(first, bytes));
        }

        @Override
        public CompletableFuture<String> started(HttpClient client, Executor loop) {
            return CompletableFuture.supplyAsync(() -> blocking(client), loop);
        }
    }

    /** I/O-bound: a little work, then a server is asked, which makes its client wait. */
    record Request(Hash work, LoopbackServer server) implements Job {
        @Override
        public String blocking(HttpClient client) throws Exception {
            String hash = work.blocking(client);
            return client.send(server.request(hash), BodyHandlers.ofString()).body();
        }

        @Override
        public CompletableFuture<String> started(HttpClient client, Executor loop) {
            return work.started(client, loop)
                    .thenApply(server::request)
                    .thenCompose(request -> client.sendAsync(request, BodyHandlers.ofString()))
                    .thenApply(HttpResponse::body);
        }
    }
}
