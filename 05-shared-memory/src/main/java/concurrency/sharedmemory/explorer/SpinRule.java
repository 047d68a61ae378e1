package concurrency.sharedmemory.explorer;

/**
 * What a thread knows between two rounds of a waiting loop: whether one more can find something
 * new; see {@link Explorer#spin}.
 */
final class SpinRule {
    private final SteppedThread me;
    private int writes;
    private int changes;

    // as they were at the last round
    private int changesByOthersThen = -1;
    private int stepsByOthersThen;
    private int writesThen;

    SpinRule(SteppedThread me) {
        this.me = me;
    }

    /** A step of its own has changed something, for all to see or late. */
    void wrote() {
        writes++;
    }

    /** Something that all can see was changed by a step of its own or by a late write. */
    void changed() {
        changes++;
        me.run.changes++;
    }

    boolean canSpin() {
        return changesByOthers() != changesByOthersThen
                || (wroteSinceSpin() && stepsByOthers() != stepsByOthersThen);
    }

    boolean wroteSinceSpin() {
        return writes != writesThen;
    }

    void spun() {
        changesByOthersThen = changesByOthers();
        stepsByOthersThen = stepsByOthers();
        writesThen = writes;
    }

    /** All that the rule depends on from here on. */
    int state() {
        if (changesByOthers() != changesByOthersThen) return 0;
        return 1 + (wroteSinceSpin() ? 1 : 0) + (stepsByOthers() != stepsByOthersThen ? 2 : 0);
    }

    private int changesByOthers() {
        return me.run.changes - changes;
    }

    private int stepsByOthers() {
        return me.run.made.size() - me.stepsMade - me.arrived;
    }
}
