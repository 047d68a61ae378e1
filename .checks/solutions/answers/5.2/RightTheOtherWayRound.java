// The other way round: where both threads do the same, A and B can change places.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.exercise.program.Program;

final class BeTheScheduler {
    private BeTheScheduler() {}

    static String schedule(Program program) {
        return switch (program) {
            case P01_ACCOUNT -> "BAAB";
            case P02_LAST_TEN -> "BABA";
            case P03_AUDIT -> "AABBAA";
            case P04_TWO_LOCKS -> "BBAABBAA";
            case P05_CIRCLE -> "CBA";
            case P06_TWO_FLAGS -> "BABBBAAA";
            case P07_BAKERY -> "BBBCCCCCAAAAABBBB";
            case P08_PUBLICATION -> "AAa2BBa";
            case P09_MADE_ONCE -> "BBBBb2AAA";
            case P10_STACK -> "AABBBBBBBBBA";
        };
    }
}
