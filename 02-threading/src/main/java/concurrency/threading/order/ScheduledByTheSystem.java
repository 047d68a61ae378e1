package concurrency.threading.order;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The same program, another order: only what is synchronised is ordered.
 *
 * <p>Predict: threads A and B take two steps each, then main goes on. A was started first. Which of
 * the six orders can you get? Which will you see?
 *
 * <p>Why: {@code start} says only that a thread may run; when it runs, the operating system
 * decides. What main did before {@code start} happens-before everything in the new thread, and
 * everything in a thread happens-before the return of {@code join} on it. So main is always last,
 * and between A and B nothing is promised. The free runs show two or three orders, perhaps others
 * on your machine; the gates show that each of the six can happen.
 *
 * <p>Cure: where the order matters, write it down, as the gates do: what comes before {@code
 * countDown} happens-before what follows {@code await}. Cost: only one thread makes progress at a
 * time.
 *
 * <p>Next: {@link SleepIsNoOrder}
 */
public final class ScheduledByTheSystem {
    /** The program; {@code step} takes the step of this name, and may wait before it does. */
    static void run(Consumer<String> step) throws InterruptedException {
        Thread a = new Thread(() -> twoSteps("A1", "A2", step));
        Thread b = new Thread(() -> twoSteps("B1", "B2", step));
        a.start();
        b.start();
        a.join();
        b.join();
        step.accept("main");
    }

    private static void twoSteps(String first, String second, Consumer<String> step) {
        step.accept(first);
        step.accept(second);
    }

    /** No thread is held up: the system alone decides. */
    static List<String> free() throws InterruptedException {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        run(log::add);
        return List.copyOf(log);
    }

    /** Each step waits at a gate of its own, and then opens the gate of the next. */
    static List<String> forced(String order) throws InterruptedException {
        List<String> steps = trace(order);
        // since Java 22 _ stands for a parameter that is not needed
        List<CountDownLatch> gates = steps.stream().map(_ -> new CountDownLatch(1)).toList();
        Queue<String> log = new ConcurrentLinkedQueue<>();
        gates.getFirst().countDown();
        run(
                step -> {
                    int place = steps.indexOf(step);
                    awaitUninterruptibly(gates.get(place));
                    log.add(step);
                    if (place + 1 < gates.size()) gates.get(place + 1).countDown();
                });
        return List.copyOf(log);
    }

    /** The trace of a run in this order: ABBA is A1 B1 B2 A2 main. */
    static List<String> trace(String order) {
        return Stream.concat(Interleavings.steps(order).stream(), Stream.of("main")).toList();
    }

    void main() throws InterruptedException {
        IO.println("forced with gates:");
        for (String order : Interleavings.orders(2))
            IO.println(order + "   " + String.join(" ", forced(order)));

        List<List<String>> runs = new ArrayList<>();
        while (runs.size() < 200) runs.add(free());
        IO.println("\nfree, 200 runs of the same program:");
        for (String order : Interleavings.orders(2))
            IO.println("this run: " + order + " x " + Collections.frequency(runs, trace(order)));
        long last = runs.stream().filter(run -> run.getLast().equals("main")).count();
        IO.println("main was last in " + last + " of 200");
    }
}
