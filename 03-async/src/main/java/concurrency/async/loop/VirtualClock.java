package concurrency.async.loop;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * On a virtual clock sleeping takes no time: when no task is ready, the clock jumps.
 *
 * <p>Predict: A sleeps for 3000 ms, B for 1000, C for 2000. In which order do they wake, and how
 * long do you wait for the output?
 *
 * <p>Why: a task that sleeps is an entry in a queue, ordered by the time at which it is due; among
 * equals, the one that fell asleep first. A real loop waits until the first of them is due, or
 * until I/O has something for it. This one sets its clock to that time and goes on. So a program
 * that sleeps for hours runs at once, and the same way each time, which is how code with time-outs
 * is tested.
 *
 * <p>Its tasks may be generators too: what they yield is how long they want to sleep. Not
 * thread-safe, and only for its own tasks: the work of other threads takes real time.
 *
 * <p>Next: {@link AwaitMayYield}
 */
public final class VirtualClock {
    private record Sleeper(long due, long number, Runnable code) {}

    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>(comparingLong(Sleeper::due).thenComparingLong(Sleeper::number));
    private long now;
    private long slept;

    /** Runs on the calling thread until nobody sleeps any more. */
    public void run() {
        while (!sleepers.isEmpty()) {
            Sleeper next = sleepers.remove();
            now = Math.max(now, next.due); // the jump; or it is late already
            next.code.run();
        }
    }

    /** Runs code this many ticks from now. */
    public void after(long ticks, Runnable code) {
        sleepers.add(new Sleeper(now + ticks, slept++, code));
    }

    /** A future that is done this many ticks from now. */
    public CompletableFuture<Void> sleep(long ticks) {
        var awake = new CompletableFuture<Void>();
        after(ticks, () -> awake.complete(null));
        return awake;
    }

    /** A task: it runs to its yield, sleeps for what it has yielded, and runs on. */
    public void spawn(Iterator<Long> task) {
        after(0, () -> resume(task));
    }

    private void resume(Iterator<Long> task) {
        if (task.hasNext()) after(task.next(), () -> resume(task));
    }

    /** The running code takes this long: the clock moves, and nobody else runs meanwhile. */
    public void work(long ticks) {
        now += ticks;
    }

    /** The time in ticks, from 0 on. */
    public long now() {
        return now;
    }

    static List<String> sleeping(long a, long b, long c) {
        List<String> log = new ArrayList<>();
        var clock = new VirtualClock();
        clock.after(a, () -> log.add("A wakes at " + clock.now()));
        clock.after(b, () -> log.add("B wakes at " + clock.now()));
        clock.after(c, () -> log.add("C wakes at " + clock.now()));
        clock.run();
        return log;
    }

    void main() {
        sleeping(3000, 1000, 2000).forEach(IO::println);
    }
}
