// Wrong: a future that nobody completes.
// Fails: the_results_are_in_the_order_of_the_parts
// Says: whole    pending
// Fails: of_no_parts_all_are_done
// Fails: the_whole_fails_as_soon_as_a_part_fails
// Fails: a_part_that_has_failed_before_counts_too
// Fails: the_other_parts_are_cancelled_when_one_fails
// Fails: the_parts_are_cancelled_when_the_whole_is

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        return new CompletableFuture<>();
    }
}
