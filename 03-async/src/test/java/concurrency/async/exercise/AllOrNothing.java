package concurrency.async.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Exercise 3.2: gather, all or nothing. Difficulty 3.
 *
 * <p>This one is about Java's own futures, and not about this module's event loop. A page is made
 * of parts. Somebody else fetches them, and {@code gather} is given a future of each. If one part
 * fails there is no page, and the other parts need not be fetched any more.
 *
 * <p>Below, the caller waits for one part after the other. That is right for parts that are all
 * there.
 */
final class AllOrNothing {
    /**
     * A future of the whole, returned at once. All of the following happens in the very call that
     * completes, fails or cancels something, on the thread of that call:
     *
     * <ul>
     *   <li>When the last part has arrived, the whole is done. Its result is the list of the parts'
     *       results, in the order of the parts, whichever arrived first.
     *   <li>When a part fails, the whole fails there and then, with that very exception, not
     *       wrapped. A part that somebody has cancelled counts as failed.
     *   <li>When the whole has failed, for any reason, or somebody has cancelled it, the parts that
     *       are not done are cancelled.
     * </ul>
     *
     * @param parts none at all, or any number; some may be done, failed or cancelled already; no
     *     result is null
     */
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        abort("exercise 3.2 is not started: delete this line of AllOrNothing.java and run again");
        List<T> results = new ArrayList<>();
        for (CompletableFuture<T> part : parts) results.add(part.join());
        return CompletableFuture.completedFuture(results);
    }
}
