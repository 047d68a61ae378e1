// Found by hand, as the hints say: A up to the place where it relies on what it has seen, then B,
// then A again. Other words are right, too.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.exercise.program.Program;

final class BeTheScheduler {
    private BeTheScheduler() {}

    static String schedule(Program program) {
        return switch (program) {
            case P01_ACCOUNT -> "ABBA";
            case P02_LAST_TEN -> "ABAB";
            case P03_AUDIT -> "AABBAA";
            case P04_TWO_LOCKS -> "AABBAABB";
            case P05_CIRCLE -> "ABC";
            case P06_TWO_FLAGS -> "ABAAABBB";
            case P07_BAKERY -> "AAACCCCCBBBBBAAAA";
            case P08_PUBLICATION -> "AAa2BBa";
            case P09_MADE_ONCE -> "AAAAa2BBB";
            case P10_STACK -> "AABBBBBBBBBA";
        };
    }
}
