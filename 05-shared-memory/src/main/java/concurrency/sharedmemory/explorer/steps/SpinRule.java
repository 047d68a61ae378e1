package concurrency.sharedmemory.explorer.steps;

/**
 * What a thread knows between two rounds of a waiting loop: whether one more can find something
 * new; see {@link #spin}.
 */
public final class SpinRule {
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

    /**
     * A round of a loop that waits for another thread, in which the condition was found not to
     * hold. It is a step, possible when going round again can make a difference: at first, and
     * whenever another thread has changed something since the round before. A thread that has
     * changed something itself may also go round when another has taken any step since, or when
     * nobody else can go on. So a thread that waits in vain is seen to wait, and no schedule
     * starves the others. A loop that gives up after some rounds is seen to wait for ever, too.
     */
    static void spin() {
        SteppedThread me = Here.me();
        if (me == null) {
            Thread.onSpinWait();
            return;
        }
        Here.step("spin", null, Effect.WATCHES, me.spinRule::canSpin);
        me.spinRule.spun();
        Here.record("spin", null, () -> "");
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
    public int state() {
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
