package concurrency.cpuvsio.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Exercise 4.5: the share that cannot be divided. Difficulty 2.
 *
 * <p>A job has a serial part, which one core has to do alone, and a parallel part, which any number
 * of cores divides evenly among them. The serial part takes the same time on any number of cores;
 * the parallel part takes half as long on twice as many. This is the assumption of Amdahl's law.
 *
 * <p>Nobody has ever run this job on a single core. But it has been run on two different numbers of
 * cores. From these two runs say what share of a run on one core would be serial, and how many
 * times as fast as on one core the job can be at best, on as many cores as you like.
 *
 * <p>Below, {@code of} would be right if the first run had been on one core and the second on
 * infinitely many.
 */
final class SerialShare {
    /** A run of the job: on how many cores, and how long it took. */
    record Run(int cores, double seconds) {}

    /**
     * The share of a run on one core that is serial: from 0 to 1.
     *
     * @param one a run
     * @param other a run on another number of cores; either of them may be the one on more cores
     */
    static double of(Run one, Run other) {
        abort("exercise 4.5 is not started: delete this line of SerialShare.java and run again");
        return other.seconds / one.seconds;
    }

    /** How many times as fast at best; infinitely many times, if nothing is serial. */
    static double bestSpeedUp(double serialShare) {
        return 1 / (1 - serialShare);
    }
}
