package concurrency.cpuvsio.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Counts the points of work: those that the cores are asked for, and those that the threads bring.
 */
@DisplayName("exercise 4.1: a pool for this task")
@Specification
class PoolFromTraceTest {
    private static final List<Server> SERVERS =
            List.of(
                    new Server("----", 4, 100),
                    new Server("-X", 1, 100),
                    new Server("--XXXXX-", 1, 100),
                    new Server("--XXXXX-", 1, 50),
                    new Server("-XXXXXXXXX", 2, 75),
                    new Server("XX-X--XXXX", 4, 80),
                    new Server("-XXX", 3, 25));

    /** Those, and then many more: with few of them do doubles go wrong. */
    private static List<Server> servers() {
        List<Server> servers = new ArrayList<>(SERVERS);
        for (int cores = 1; cores <= 8; cores++)
            for (int percent = 1; percent <= 100; percent++)
                for (int work = 1; work <= 5; work++)
                    for (int wait = 0; wait <= 9; wait++)
                        servers.add(
                                new Server("-".repeat(work) + "X".repeat(wait), cores, percent));
        return servers;
    }

    @Test
    void the_pool_keeps_the_cores_as_busy_as_asked() {
        for (Server server : servers()) {
            int threads = server.answer();
            if (server.brought(threads) < server.asked())
                server.fails(
                        "A pool of %s is too small: the cores are not as busy as asked.",
                        threads,
                        "one thread brings its points of work; how many threads bring enough?");
        }
    }

    @Test
    void one_thread_fewer_would_not() {
        for (Server server : servers()) {
            int threads = server.answer();
            if (server.brought(threads - 1) >= server.asked())
                server.fails(
                        "A pool of %s is too big: one thread fewer would do.",
                        threads,
                        server.brought(threads - 1) == server.asked()
                                ? "the exact number is whole: nothing is to be rounded up. Doubles"
                                        + " may come out a hair above it: count in whole numbers."
                                : "how busy shall the cores be?");
        }
    }

    /** What is asked; points of work are counted over the length of the trace, in hundredths. */
    private record Server(String trace, int cores, int percent) {
        int answer() {
            return PoolFromTrace.threads(trace, cores, percent);
        }

        long worked() {
            return trace.chars().filter(point -> point == '-').count();
        }

        long asked() {
            return (long) cores * trace.length() * percent;
        }

        long brought(int threads) {
            return threads * worked() * 100;
        }

        void fails(String violated, int threads, String hint) {
            fail(
                    """
                    %s
                    In the %s points of time that one task takes:

                    the task   %s   works at %s of them
                    asked      %s   %s points of work: cores %s, each busy for %s %% of the time
                    brought    %s   %s points of work: threads %s

                    Hint: %s\
                    """
                            .formatted(
                                    violated.formatted(threads),
                                    trace.length(),
                                    trace,
                                    worked(),
                                    bar(asked()),
                                    asked() / 100.0,
                                    cores,
                                    percent,
                                    bar(brought(threads)),
                                    brought(threads) / 100.0,
                                    threads,
                                    hint));
        }

        private static String bar(long hundredths) {
            return "-".repeat(Math.clamp(hundredths / 100, 0, 40));
        }
    }
}
