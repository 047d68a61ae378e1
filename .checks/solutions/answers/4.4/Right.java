// A future for each key, put into the map before its answer is there. putIfAbsent says who was
// first and has to load; the others find the future, and wait. The map is locked only for
// putIfAbsent, never for a load. The price is the failures: the future has to be taken out and
// failed, in every case, and join wraps what it throws.

package concurrency.cpuvsio.exercise;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

final class AskOnce<K, V> {
    private final Function<K, V> load;
    private final ConcurrentMap<K, CompletableFuture<V>> answers = new ConcurrentHashMap<>();

    AskOnce(Function<K, V> load) {
        this.load = load;
    }

    V get(K key) {
        var mine = new CompletableFuture<V>();
        CompletableFuture<V> answer = answers.putIfAbsent(key, mine);
        if (answer == null) {
            answer = mine;
            try {
                mine.complete(load.apply(key));
            } catch (RuntimeException | Error e) {
                answers.remove(key, mine);
                mine.completeExceptionally(e);
            }
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw (RuntimeException) e.getCause();
        }
    }
}
