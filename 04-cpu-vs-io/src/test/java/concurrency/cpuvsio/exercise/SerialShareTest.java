package concurrency.cpuvsio.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.cpuvsio.exercise.SerialShare.Run;
import concurrency.kit.Specification;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Jobs whose two parts are known, run on every two numbers of cores up to 16. */
@DisplayName("exercise 4.5: the share that cannot be divided")
@Specification
class SerialShareTest {
    private static final double ERROR = 1e-6;

    private static final List<Job> JOBS =
            List.of(new Job(2, 6), new Job(1, 9), new Job(5, 5), new Job(9, 1));

    @Test
    @Order(1)
    void the_share_is_that_of_a_run_on_one_core() {
        for (Job job : JOBS)
            for (int cores = 1; cores < 16; cores++)
                for (int more = cores + 1; more <= 16; more++) job.check(cores, more);
    }

    @Test
    @Order(2)
    void either_run_may_be_the_one_on_more_cores() {
        for (Job job : JOBS) job.check(8, 2);
    }

    @Test
    @Order(3)
    void a_job_may_be_all_serial_or_all_parallel() {
        for (Job job : List.of(new Job(8, 0), new Job(0, 8))) job.check(2, 4);
    }

    @Test
    @Order(4)
    void at_best_only_the_serial_part_is_left() {
        SerialShare.of(new Run(1, 2), new Run(2, 1)); // not started: skipped
        for (double share : new double[] {1, 0.5, 0.25, 0.1, 0.01, 0}) {
            double best = SerialShare.bestSpeedUp(share);
            boolean right = share == 0 ? best == Double.POSITIVE_INFINITY : near(best * share, 1);
            if (!right)
                fail(
                        "The serial share is %s, and the best speed-up is said to be %s.%n%nHint: %s"
                                .formatted(
                                        share,
                                        best,
                                        "a run of 1 second on one core: what is left of it?"));
        }
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) < ERROR;
    }

    /** A job, by the seconds that its parts take on one core. */
    private record Job(double serial, double parallel) {
        void check(int cores, int more) {
            Run one = new Run(cores, serial + parallel / cores);
            Run other = new Run(more, serial + parallel / more);
            double share = SerialShare.of(one, other);
            double right = serial / (serial + parallel);
            if (!near(share, right))
                fail(
                        """
                        The serial share is %s; you say %s.

                        on %2d cores   %.4f seconds
                        on %2d cores   %.4f seconds
                        on one core   %.4f seconds, of which the serial part takes %s

                        Hint: how much of the parallel part is in each of the two times?\
                        """
                                .formatted(
                                        right,
                                        share,
                                        cores,
                                        one.seconds(),
                                        more,
                                        other.seconds(),
                                        serial + parallel,
                                        serial));
        }
    }
}
