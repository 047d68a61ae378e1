package concurrency.cpuvsio.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Counts the time units of work: those that the cores are to do, and those that the threads supply.
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
    @Order(1)
    void the_pool_keeps_the_cores_as_busy_as_asked_for() {
        for (Server server : servers()) {
            int threads = server.answer();
            if (server.supplied(threads) < server.needed())
                server.fails(
                        "A pool of %s is too small: the cores are not as busy as asked for.",
                        threads,
                        "one thread supplies some of the work that is needed; how many threads supply"
                                + " enough?");
        }
    }

    @Test
    @Order(2)
    void one_thread_fewer_would_not() {
        // a mistake of doubles shows only where the exact number is whole: that is told last
        for (boolean whole : new boolean[] {false, true})
            for (Server server : servers()) {
                int threads = server.answer();
                if (server.isWhole() == whole && server.supplied(threads - 1) >= server.needed())
                    server.fails(
                            "A pool of %s is too big: one thread fewer would do.",
                            threads,
                            whole
                                    ? "the exact number is whole, so nothing is to be added to it;"
                                            + " if you count in doubles, print what they come to."
                                    : "how busy are the cores with one thread fewer?");
            }
    }

    /** What is needed; work is counted over the length of the trace, in hundredths. */
    private record Server(String trace, int cores, int percent) {
        int answer() {
            return PoolFromTrace.threads(trace, cores, percent);
        }

        long worked() {
            return trace.chars().filter(point -> point == '-').count();
        }

        long needed() {
            return (long) cores * trace.length() * percent;
        }

        boolean isWhole() {
            return needed() % (100 * worked()) == 0;
        }

        long supplied(int threads) {
            return threads * worked() * 100;
        }

        void fails(String violated, int threads, String hint) {
            fail(
                    """
                    %s
                    In the %s time units that one task takes:

                    the task   %s   works in %s of them
                    needed     %s   %s time units of work: cores %s, each busy for %s %% of the time
                    supplied   %s   %s time units of work: threads %s

                    Hint: %s\
                    """
                            .formatted(
                                    violated.formatted(threads),
                                    trace.length(),
                                    trace,
                                    worked(),
                                    bar(needed()),
                                    needed() / 100.0,
                                    cores,
                                    percent,
                                    bar(supplied(threads)),
                                    supplied(threads) / 100.0,
                                    threads,
                                    hint));
        }

        private static String bar(long hundredths) {
            return "-".repeat(Math.clamp(hundredths / 100, 0, 40));
        }
    }
}
