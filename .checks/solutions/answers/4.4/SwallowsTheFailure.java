// Wrong: an exception becomes an answer of nothing.
// Fails: a_failure_is_thrown_and_not_kept
// Says: does not get that one
// Fails: who_waits_for_a_load_that_fails_is_let_go
// Says: who has waited for it gets null

package concurrency.cpuvsio.exercise;

import java.util.concurrent.CompletableFuture;
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
                mine.complete(null);
            }
        }
        return answer.join();
    }
}
