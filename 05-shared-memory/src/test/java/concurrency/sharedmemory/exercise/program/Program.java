package concurrency.sharedmemory.exercise.program;

import concurrency.sharedmemory.explorer.Scenario;

/**
 * The ten programs of exercise 5.2, from easy to hard. Each goes wrong under some schedule: a check
 * at its end does not hold, or a thread throws, or threads wait for each other for ever.
 */
public enum Program {
    P01_ACCOUNT("what does each thread write, and how old is it?"),
    P02_LAST_TEN("how long does what the if has seen stay true?"),
    P03_AUDIT("when is the money in neither of the accounts?"),
    P04_TWO_LOCKS("does A's lock keep B out? Locking and unlocking are steps, too."),
    P05_CIRCLE("who holds what another thread needs?"),
    P06_TWO_FLAGS("let both be polite: each spins once, and looks again in vain."),
    P07_BAKERY("A waits first. Who else can take the loaf that it is woken for?"),
    P08_PUBLICATION("which of the two writes may arrive before the other?"),
    P09_MADE_ONCE("B needs no lock to see that it is made. Has all of it arrived?"),
    P10_STACK("compare-and-set sees that a is on top again. Is all the rest as before?");

    private final String hint;

    Program(String hint) {
        this.hint = hint;
    }

    /** Where to look. */
    public String hint() {
        return hint;
    }

    /** The program on fresh variables. */
    public Scenario scenario() {
        return switch (this) {
            case P01_ACCOUNT -> ReadsAndWrites.account();
            case P02_LAST_TEN -> ReadsAndWrites.lastTen();
            case P03_AUDIT -> ReadsAndWrites.audit();
            case P04_TWO_LOCKS -> ReadsAndWrites.twoLocks();
            case P05_CIRCLE -> LocksAndWaiting.circle();
            case P06_TWO_FLAGS -> LocksAndWaiting.twoFlags();
            case P07_BAKERY -> LocksAndWaiting.bakery();
            case P08_PUBLICATION -> LateAndOldValues.publication();
            case P09_MADE_ONCE -> LateAndOldValues.madeOnce();
            case P10_STACK -> LateAndOldValues.stack();
        };
    }
}
