// Wrong: nearly right: takes a failed load out of the map, and leaves those who wait for it
// waiting.
// Fails: who_waits_for_a_load_that_fails_is_let_go
// Says: Nobody is left who could let thread 2 go on: it asks for 'a', and waits.

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
                throw e;
            }
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}
