package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.cpuvsio.ForkJoinSum.Combine;
import concurrency.kit.Patience;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForkJoinSumTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_sum_is_the_same_for_every_threshold(int threshold) throws Exception {
        assertThat(Patience.call("adding", () -> ForkJoinSum.combine(threshold, Integer::sum)))
                .isEqualTo(36);
    }

    @ParameterizedTest
    @CsvSource({"8, -34", "4, 8", "2, 0", "1, 0"})
    void a_difference_depends_on_the_threshold(int threshold, int result) throws Exception {
        assertThat(
                        Patience.call(
                                "subtracting",
                                () -> ForkJoinSum.combine(threshold, (a, b) -> a - b)))
                .isEqualTo(result);
    }

    @Test
    void two_workers_solve_two_parts_at_the_same_time() throws Exception {
        var bothParts = new Phaser(2);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        IntBinaryOperator meetingOnce =
                (a, b) -> {
                    workers.add(Thread.currentThread());
                    if (bothParts.getPhase() == 0) bothParts.arriveAndAwaitAdvance();
                    return a + b;
                };
        try (var pool = new ForkJoinPool(2)) {
            var sum = pool.submit(new Combine(new int[] {1, 2, 3, 4}, 2, meetingOnce));

            assertThat(Patience.get("the sum", sum)).isEqualTo(10);
        }
        assertThat(workers).hasSize(2);
    }

    @Test
    void a_parallel_stream_runs_on_the_caller_and_the_common_pool() throws Exception {
        var places = Patience.call("a stream", () -> ForkJoinSum.placesOfAParallelStream(1000));

        assertThat(places).containsKey("the caller");
        assertThat(places.keySet()).isSubsetOf("the caller", "the common pool");
        assertThat(places.values().stream().mapToLong(n -> n).sum()).isEqualTo(1000);
    }
}
