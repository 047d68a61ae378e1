package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.cpuvsio.CpuBound.Hashed;
import concurrency.kit.Patience;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuBoundTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 80", "8, 1, 80", "8, 2, 40", "8, 8, 10", "8, 16, 10"})
    void more_cores_shorten_the_work_until_each_hash_has_one(int inFlight, int cores, int units) {
        assertThat(ModelRun.of(CpuBound.HASHES, inFlight, cores).units()).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 20})
    void any_number_of_workers_gives_the_same_hashes(int workers) throws Exception {
        List<Long> expected = IntStream.range(0, 8).mapToObj(i -> Hashing.hash(i, 100)).toList();

        var hashes = Patience.call("hashing", () -> CpuBound.share(CpuBound.hashes(100), workers));

        assertThat(hashes).extracting(Hashed::hash).isEqualTo(expected);
    }

    @Test
    void results_are_in_the_order_of_the_tasks_not_of_their_ends() throws Exception {
        var secondHasEnded = new CountDownLatch(1);
        List<Callable<String>> tasks =
                List.of(
                        () -> {
                            secondHasEnded.await();
                            return "first";
                        },
                        () -> {
                            secondHasEnded.countDown();
                            return "second";
                        });

        assertThat(Patience.call("sharing", () -> CpuBound.share(tasks, 2)))
                .containsExactly("first", "second");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void each_worker_has_a_task_at_the_same_time(int workers) throws Exception {
        var together = new CyclicBarrier(workers);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Callable<Integer> task =
                () -> {
                    threads.add(Thread.currentThread());
                    return together.await();
                };

        Patience.call("sharing", () -> CpuBound.share(Collections.nCopies(8, task), workers));

        assertThat(threads).as("threads that had a task").hasSize(workers);
    }
}
