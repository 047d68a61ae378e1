// What the explorer itself finds first: Explorer.check tries the words in the order of the
// alphabet, and stops at the first that goes wrong. Where it differs, the threads run in turn
// for longer.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.exercise.program.Program;

final class BeTheScheduler {
    private BeTheScheduler() {}

    static String schedule(Program program) {
        return switch (program) {
            case P01_ACCOUNT -> "ABAB";
            case P02_LAST_TEN -> "ABAB";
            case P03_AUDIT -> "AAABBA";
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
