package concurrency.threading;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * The same program, another order: only what is synchronised is ordered.
 *
 * <p>Predict: threads A and B make two steps each, then main goes on. A was started first. Which of
 * the six orders can you get? Which will you see?
 *
 * <p>Why: {@code start} says only that a thread may run; when it runs, the operating system
 * decides. What happens before {@code start} in the starting thread comes before everything in the
 * new one, and everything in a thread comes before {@code join} on it returns. So main is always
 * last, and between A and B nothing is promised. The free runs show two or three orders, on your
 * machine perhaps others; the gates show that each of the six can happen.
 *
 * <p>Cure: where the order matters, write it down, as the gates do: what comes before {@code
 * countDown} comes before what follows {@code await}. Cost: only one thread goes on at a time.
 *
 * <p>Next: {@link SlicingAddsNoSpeed}
 */
final class ScheduledByTheSystem {
    /** Where a thread passes when it is about to make a step. */
    interface Scheduler {
        void step(String name, Runnable work);
    }

    /** Nobody is held: what the system does is what happens. */
    static final Scheduler FREE = (_, work) -> work.run();

    /** The program; it returns the steps in the order in which they were made, and main's. */
    static List<String> run(Scheduler scheduler) throws InterruptedException {
        var log = new ConcurrentLinkedQueue<String>();
        Thread a = Thread.ofPlatform().name("A").start(() -> twoSteps("A", scheduler, log));
        Thread b = Thread.ofPlatform().name("B").start(() -> twoSteps("B", scheduler, log));
        a.join();
        b.join();
        log.add("main");
        return List.copyOf(log);
    }

    private static void twoSteps(String thread, Scheduler scheduler, Collection<String> log) {
        scheduler.step(thread + 1, () -> log.add(thread + 1));
        scheduler.step(thread + 2, () -> log.add(thread + 2));
    }

    /**
     * Each step waits at a gate of its own, and when it is made it opens the gate of the next.
     *
     * @throws IllegalArgumentException if this is not an order of two threads of two steps
     */
    static Scheduler gates(String order) {
        if (!Interleavings.orders(2).contains(order))
            throw new IllegalArgumentException(
                    "the orders are " + Interleavings.orders(2) + ", not " + order);
        List<String> steps = Interleavings.steps(order);
        Map<String, CountDownLatch> gates =
                steps.stream().collect(toMap(identity(), _ -> new CountDownLatch(1)));
        gates.get(steps.getFirst()).countDown();
        return (name, work) -> {
            awaitUninterruptibly(gates.get(name));
            work.run();
            int next = steps.indexOf(name) + 1;
            if (next < steps.size()) gates.get(steps.get(next)).countDown();
        };
    }

    /** What a run returns in which the steps are made in this order. */
    static List<String> trace(String order) {
        return ImmutableList.<String>builder()
                .addAll(Interleavings.steps(order))
                .add("main")
                .build();
    }

    void main() throws InterruptedException {
        IO.println("forced with gates:");
        for (String order : Interleavings.orders(2))
            IO.println(order + "   " + String.join(" ", run(gates(order))));

        List<List<String>> free = new ArrayList<>();
        while (free.size() < 200) free.add(run(FREE));
        IO.println("\nfree, 200 runs of the same program:");
        for (String order : Interleavings.orders(2)) {
            int times = Collections.frequency(free, trace(order));
            IO.println(String.format(Locale.ROOT, "this run: %s %3d times", order, times));
        }
        long last = free.stream().filter(run -> run.getLast().equals("main")).count();
        IO.println("main was last in " + last + " of 200");
    }
}
