// Wrong: has another thread load after a pause, in which more of those who ask could come.
// Fails: an_answer_is_kept
// Says: load is called on a thread that has not asked.
// Fails: two_who_ask_for_a_key_at_the_same_time_share_one_load
// Says: load is called on a thread that has not asked.
// Fails: nobody_waits_for_the_load_of_another_key
// Says: load is called on a thread that has not asked.
// Fails: nobody_waits_for_the_load_of_another_key_with_the_same_hash_code
// Says: load is called on a thread that has not asked.
// Fails: nobody_waits_for_an_answer_that_is_there
// Says: load is called on a thread that has not asked.
// Fails: a_failure_is_thrown_and_not_kept
// Says: load is called on a thread that has not asked.
// Fails: who_waits_for_a_load_that_fails_is_let_go
// Says: load is called on a thread that has not asked.

package concurrency.cpuvsio.exercise;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

final class AskOnce<K, V> {
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

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
                mine.complete(CompletableFuture.supplyAsync(() -> load.apply(key), LATER).join());
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
