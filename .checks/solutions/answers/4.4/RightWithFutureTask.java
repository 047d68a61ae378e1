// A FutureTask is a future that knows how to get its own answer: whoever was first runs it, and
// the others wait in get. It catches what the load throws by itself, so that waiting threads
// cannot be forgotten. The memoizer of the textbooks, older than CompletableFuture.

package concurrency.cpuvsio.exercise;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

final class AskOnce<K, V> {
    private final Function<K, V> load;
    private final ConcurrentMap<K, FutureTask<V>> answers = new ConcurrentHashMap<>();

    AskOnce(Function<K, V> load) {
        this.load = load;
    }

    V get(K key) {
        var mine = new FutureTask<V>(() -> load.apply(key));
        FutureTask<V> answer = answers.putIfAbsent(key, mine);
        if (answer == null) {
            answer = mine;
            mine.run();
        }
        try {
            return Uninterruptibles.getUninterruptibly(answer);
        } catch (ExecutionException e) {
            answers.remove(key, answer);
            if (e.getCause() instanceof Error error) throw error;
            throw (RuntimeException) e.getCause();
        }
    }
}
