// Wrong: a future that is done before it begins.
// Fails: the_whole_is_not_done_before_the_last_part_is
// Says: whole    done []
// Fails: a_part_that_has_failed_before_counts_too
// Fails: the_other_parts_are_cancelled_when_one_fails
// Fails: the_parts_are_cancelled_when_the_whole_is
// Fails: the_results_are_in_the_order_of_the_parts
// Fails: the_whole_fails_as_soon_as_a_part_fails
// Fails: the_whole_fails_with_what_the_part_has_failed_with

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        return CompletableFuture.completedFuture(List.of());
    }
}
