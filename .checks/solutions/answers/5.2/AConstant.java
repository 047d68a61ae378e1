// Wrong: a constant.
// Fails: the_schedule_breaks_the_program
// Says: P10_STACK: schedule ABBA is too short

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.exercise.program.Program;

final class BeTheScheduler {
    private BeTheScheduler() {}

    static String schedule(Program program) {
        return switch (program) {
            case P01_ACCOUNT -> "ABBA";
            case P02_LAST_TEN -> "ABBA";
            case P03_AUDIT -> "ABBA";
            case P04_TWO_LOCKS -> "ABBA";
            case P05_CIRCLE -> "ABBA";
            case P06_TWO_FLAGS -> "ABBA";
            case P07_BAKERY -> "ABBA";
            case P08_PUBLICATION -> "ABBA";
            case P09_MADE_ONCE -> "ABBA";
            case P10_STACK -> "ABBA";
        };
    }
}
