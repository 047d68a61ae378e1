package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuBoundTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 80", "8, 1, 80", "8, 2, 40", "8, 8, 10", "8, 16, 10"})
    void only_more_cores_shorten_8_hashes_and_no_more_cores_than_hashes(
            int inFlight, int cores, int points) {
        assertThat(ModelRun.of(CpuBound.HASHES, inFlight, cores).points()).isEqualTo(points);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 20})
    void the_hashes_are_the_same_from_any_number_of_workers(int workers) throws Exception {
        List<Long> expected = IntStream.range(0, 8).mapToObj(i -> Hashing.hash(i, 100)).toList();

        assertThat(Patience.result("hashing", () -> CpuBound.hash(8, 100, workers)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void so_many_tasks_are_in_flight_together_as_there_are_workers(int workers) throws Exception {
        var together = new CyclicBarrier(workers);
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        Callable<Integer> task =
                () -> {
                    threads.add(Thread.currentThread());
                    return together.await();
                };

        Patience.result(
                "sharing the tasks", () -> CpuBound.share(Collections.nCopies(8, task), workers));

        assertThat(threads).as("threads that had a task").hasSize(workers);
    }

    @Test
    void no_workers_are_refused() {
        assertThatThrownBy(() -> CpuBound.hash(8, 100, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workers must be at least 1, not 0");
    }
}
