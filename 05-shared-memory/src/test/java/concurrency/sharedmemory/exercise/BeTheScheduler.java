package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import concurrency.sharedmemory.exercise.program.Program;

/**
 * Exercise 5.2: be the scheduler. Difficulty 1 to 4.
 *
 * <p>Ten small programs, each with a mistake that most schedules do not show. Give for each a
 * schedule that does. The programs are in the folder {@code program}: 1 to 4 in {@code
 * ReadsAndWrites}, 5 to 7 in {@code LocksAndWaiting}, 8 to 10 in {@code LateAndOldValues}.
 *
 * <p>A schedule is a word. {@code ABBA} lets thread A take its first step, then B two, then A its
 * second; what counts as a step is said above the programs. Write every step, until all threads
 * have ended, or one has thrown, or none can go on; a write that is late has to arrive, too. The
 * specification runs it, on real threads, and shows what happened; each program has a test of its
 * own, so they can be done one at a time.
 */
final class BeTheScheduler {
    private BeTheScheduler() {}

    /** A schedule that breaks this program. */
    static String schedule(Program program) {
        abort("exercise 5.2 is not started: delete this line of BeTheScheduler.java and run again");
        return switch (program) {
            case P01_ACCOUNT -> "";
            case P02_LAST_TEN -> "";
            case P03_AUDIT -> "";
            case P04_TWO_LOCKS -> "";
            case P05_CIRCLE -> "";
            case P06_TWO_FLAGS -> "";
            case P07_BAKERY -> "";
            case P08_PUBLICATION -> "";
            case P09_MADE_ONCE -> "";
            case P10_STACK -> "";
        };
    }
}
