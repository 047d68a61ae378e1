package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.PastStep;
import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A point of the present run: its state, what can be tried there, and what is being tried. */
final class Fork {
    final State state;

    /** The keys of the steps that need not be tried here. */
    final Set<Integer> asleep;

    /** A number for all that each thread has seen so far. */
    final int[] histories;

    /** What is tried here; null stands for the end of the run. */
    final List<Step> awake;

    int taken;
    PastStep made;

    Fork(State state, Set<Integer> asleep, int[] histories, List<Step> awake) {
        this.state = state;
        this.asleep = asleep;
        this.histories = histories;
        this.awake = awake;
    }

    Step chosen() {
        return awake.get(taken);
    }

    int key() {
        return chosen() == null ? State.END : chosen().key();
    }

    /** What is asleep after this step: what was, or has been tried here, and commutes. */
    Set<Integer> asleepAfter(Step chosen, Run run) {
        Set<Integer> after = new HashSet<>();
        for (int key : asleep) if (run.find(key).commutesWith(chosen)) after.add(key);
        for (Step tried : awake.subList(0, taken))
            if (tried != null && run.find(tried.key()).commutesWith(chosen)) after.add(tried.key());
        return after;
    }
}
