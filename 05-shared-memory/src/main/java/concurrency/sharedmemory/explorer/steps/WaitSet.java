package concurrency.sharedmemory.explorer.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The threads that wait at a monitor or at a condition of a lock, and the notifications that none
 * of them has used yet.
 *
 * <p>The specification lets {@code notify} remove any thread from the wait set (JLS 17.2.2). This
 * puts off the choice until one of them wakes: a notification stays with those who waited when it
 * was sent, and the first of them to wake uses it, never one who came later. No run is lost by
 * that. Of two such sets one contains the other, or they have no thread in common; so if the first
 * to wake uses the smallest one it is in, all the others can still be used, by whoever they could
 * have woken otherwise. And none is sent when all who wait have been notified. (With spurious
 * wake-ups a run is lost: a thread that could wake either way uses the notification.)
 *
 * <p>If the choice is not wanted, or not allowed as with a condition of a {@code ReentrantLock},
 * which promises to be first in, first out, then the set is only the one that has waited longest.
 */
final class WaitSet {
    private static final String NOBODY = "to nobody";

    private final boolean any;

    /** Who waits, the longest first; also those who have been notified but not woken up. */
    private final List<SteppedThread> waiting = new ArrayList<>();

    /** Each for one of these. */
    private final List<Set<SteppedThread>> notifications = new ArrayList<>();

    /**
     * @param any whether a notification is for any of those who wait, or for the first
     */
    WaitSet(boolean any) {
        this.any = any;
    }

    void add(SteppedThread actor) {
        waiting.add(actor);
    }

    boolean contains(SteppedThread actor) {
        return waiting.contains(actor);
    }

    /** Wakes one of those who wait, if there is any. */
    void notifyOne() {
        if (areAllNotified()) return;
        if (any) notifications.add(new HashSet<>(waiting));
        else notifications.add(oneOf(unnotified().getFirst()));
    }

    void notifyAllWaiting() {
        notifications.clear();
        for (SteppedThread actor : waiting) notifications.add(oneOf(actor));
    }

    private static Set<SteppedThread> oneOf(SteppedThread actor) {
        return new HashSet<>(Set.of(actor));
    }

    /** Whether this thread can wake because of a notification. */
    boolean isNotified(SteppedThread actor) {
        for (Set<SteppedThread> notification : notifications)
            if (notification.contains(actor)) return true;
        return false;
    }

    /** This thread goes on, with a notification if there is one for it. */
    void wake(SteppedThread actor) {
        notifications.stream()
                .filter(notification -> notification.contains(actor))
                .min(Comparator.comparingInt(Set::size))
                .ifPresent(notifications::remove);
        for (Set<SteppedThread> notification : notifications) notification.remove(actor);
        waiting.remove(actor);
    }

    /** Equal in another run if no thread can tell the difference. */
    Object state() {
        List<Integer> state = new ArrayList<>();
        for (SteppedThread thread : waiting) state.add(thread.id);
        for (Set<SteppedThread> whom : notifications) state.add(-1 - bits(whom));
        return state;
    }

    private static int bits(Set<SteppedThread> threads) {
        int bits = 0;
        for (SteppedThread thread : threads) bits |= 1 << thread.id;
        return bits;
    }

    /** Those whom the next notification can wake, in words. */
    String next() {
        List<SteppedThread> unnotified = unnotified();
        if (areAllNotified()) return NOBODY;
        return any ? to(" or ", unnotified) : to("", unnotified.subList(0, 1));
    }

    /** Those whom a notification of all wakes, in words. */
    String all() {
        return areAllNotified() ? NOBODY : to(",", unnotified());
    }

    /** Whether a notification would reach nobody. */
    boolean areAllNotified() {
        return notifications.size() == waiting.size();
    }

    /** Who waits without a notification that nobody else can use. */
    private List<SteppedThread> unnotified() {
        return waiting.stream().filter(actor -> !notifications.contains(Set.of(actor))).toList();
    }

    private static String to(String between, List<SteppedThread> actors) {
        return actors.stream()
                .map(actor -> actor.name)
                .collect(Collectors.joining(between, "to ", ""));
    }
}
