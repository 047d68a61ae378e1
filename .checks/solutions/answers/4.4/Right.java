// The first puts a future into the map and completes it; the others find it and wait.

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
            } catch (RuntimeException e) {
                answers.remove(key, mine);
                mine.completeExceptionally(e);
            }
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}
