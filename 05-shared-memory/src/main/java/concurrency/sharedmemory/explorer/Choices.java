package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;

/**
 * What can come next at a point of a run: the threads' own steps and the arrivals of late writes.
 *
 * @param actors the threads, A first
 * @param underWay the late writes that have not arrived, the oldest first
 */
record Choices(List<SteppedThread> actors, List<Step> underWay) {
    /** What is possible now: steps in the order of the threads, then arrivals. */
    List<Step> possible() {
        List<Step> possible = new ArrayList<>();
        for (SteppedThread actor : actors) if (canGoOn(actor)) possible.add(actor.next);
        for (Step arrival : underWay) if (isFirst(arrival)) possible.add(arrival);
        if (possible.stream().allMatch(Step::isOptional))
            for (SteppedThread actor : actors) if (canSpinAlone(actor)) possible.add(actor.next);
        return possible;
    }

    /** Whether nothing is possible that must happen: the threads have ended, or wait for ever. */
    boolean mayEnd() {
        return possible().stream().allMatch(Step::isOptional);
    }

    /** The step of this key if it is possible now, otherwise null. */
    Step find(int key) {
        SteppedThread actor = actors.get(key % Scenario.MOST_BODIES);
        if (key == actor.id && canGoOn(actor)) return actor.next; // most often
        return possible().stream().filter(step -> step.key() == key).findFirst().orElse(null);
    }

    private boolean canGoOn(SteppedThread actor) {
        if (actor.ended || !actor.next.ready().getAsBoolean()) return false;
        return actor.next.effect() != Effect.WRITES
                || underWay.isEmpty()
                || underWay.stream().noneMatch(arrival -> arrival.by() == actor);
    }

    /** Nobody can go on but those who wait in a loop, and this one has changed something itself. */
    private static boolean canSpinAlone(SteppedThread actor) {
        return !actor.ended
                && actor.next.effect() == Effect.WATCHES
                && actor.spinRule.wroteSinceSpin();
    }

    /** Whether no older write of this thread to this variable is still under way. */
    private boolean isFirst(Step arrival) {
        for (Step other : underWay) {
            if (other.key() == arrival.key()) return true;
            if (other.by() == arrival.by() && other.part() == arrival.part()) return false;
        }
        throw new IllegalArgumentException(arrival + " is not under way");
    }
}
