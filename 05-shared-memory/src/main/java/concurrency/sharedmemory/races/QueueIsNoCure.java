package concurrency.sharedmemory.races;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.sharing.Confinement;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A queue hands each item over safely, but keeps neither two calls nor two queues together.
 *
 * <p>Predict: one letter is in the queue. A and B each take it unless the queue is empty. Can one
 * of them wait for ever? Then: A orders tea on one queue, and cancels it on another. B reads all
 * orders, then all cancellations, and then both once more. Can it serve the tea, although it has
 * read the cancellation?
 *
 * <p>Why: there is no data race, but whether the result is right depends on the order of the calls:
 * a race condition between thread-safe parts. The documentation of {@code java.util.concurrent}
 * promises that what A does before it puts an item in happens-before what B does after it has taken
 * that item out. It promises nothing about B's earlier call, which may have found another queue
 * still empty.
 *
 * <p>Cures: {@code poll}, one call that looks and takes. Reading the two queues in reverse: if the
 * cancellation is there, so is the order; easily broken. One queue, with one reader, for everything
 * that must stay in order; it costs waiting in one line.
 *
 * <p>Next: {@link Confinement}
 */
public final class QueueIsNoCure implements Explorable {
    static String brokenLookThenTake(BlockingQueue<String> letters) throws InterruptedException {
        if (letters.isEmpty()) return null;
        return letters.take();
    }

    static String poll(BlockingQueue<String> letters) {
        return letters.poll();
    }

    /** Reads what has come; changes what is to be served. */
    interface Kitchen {
        void read(Queue<String> orders, Queue<String> cancellations, Set<String> toServe);
    }

    static void brokenOrdersFirst(
            Queue<String> orders, Queue<String> cancellations, Set<String> toServe) {
        toServe.addAll(all(orders));
        toServe.removeAll(all(cancellations)); // perhaps of an order not read yet
    }

    static void cancellationsFirst(
            Queue<String> orders, Queue<String> cancellations, Set<String> toServe) {
        Set<String> cancelled = all(cancellations); // so what they cancel was ordered before
        toServe.addAll(all(orders));
        toServe.removeAll(cancelled);
    }

    private static Set<String> all(Queue<String> queue) {
        Set<String> items = new HashSet<>();
        for (String item; (item = queue.poll()) != null; ) items.add(item);
        return items;
    }

    sealed interface Message {
        record Order(String dish) implements Message {}

        record Cancel(String dish) implements Message {}
    }

    static void oneQueue(Queue<Message> messages, Set<String> toServe) {
        for (Message message; (message = messages.poll()) != null; )
            switch (message) {
                case Message.Order(String dish) -> toServe.add(dish);
                case Message.Cancel(String dish) -> toServe.remove(dish);
            }
    }

    interface Taker {
        String take(BlockingQueue<String> letters) throws InterruptedException;
    }

    /** A and B each take once, and there is one letter. */
    static Scenario oneLetter(Taker taker) {
        var letters = new ArrayBlockingQueue<>(1, false, Set.of("letter"));
        var taken = new Notes<String>();
        Body body = () -> taken.add(taker.take(letters));
        return Scenario.of(body, body)
                .outcome(() -> Collections.frequency(taken.all(), "letter") + " has it")
                .check(() -> taken.all().contains("letter"), "the letter is lost");
    }

    /** A orders tea and cancels it; B reads twice. */
    static Scenario twoQueues(Kitchen kitchen) {
        var orders = new ConcurrentLinkedQueue<String>();
        var cancellations = new ConcurrentLinkedQueue<String>();
        return orderAndCancel(
                () -> orders.add("tea"),
                () -> cancellations.add("tea"),
                toServe -> kitchen.read(orders, cancellations, toServe),
                cancellations);
    }

    /** The same by way of one queue. */
    static Scenario oneQueue() {
        var messages = new ConcurrentLinkedQueue<Message>();
        return orderAndCancel(
                () -> messages.add(new Message.Order("tea")),
                () -> messages.add(new Message.Cancel("tea")),
                toServe -> oneQueue(messages, toServe),
                messages);
    }

    private static Scenario orderAndCancel(
            Body order, Body cancel, Consumer<Set<String>> read, Queue<?> cancellations) {
        var served = new Notes<Set<String>>();
        return Scenario.of(
                        () -> {
                            order.run();
                            cancel.run();
                        },
                        () -> {
                            Set<String> toServe = new HashSet<>();
                            read.accept(toServe);
                            read.accept(toServe);
                            served.add(toServe);
                        })
                .outcome(() -> outcome(served.all().contains(Set.of()), cancellations.isEmpty()))
                .check(
                        () -> served.all().contains(Set.of()) || !cancellations.isEmpty(),
                        "B has read the cancellation");
    }

    private static String outcome(boolean nothing, boolean cancelled) {
        if (nothing) return "no tea";
        return cancelled ? "tea, though cancelled" : "tea, cancelled too late";
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "BrokenLookThenTake", () -> oneLetter(QueueIsNoCure::brokenLookThenTake)),
                new Variant("Poll", () -> oneLetter(QueueIsNoCure::poll)),
                new Variant("BrokenOrdersFirst", () -> twoQueues(QueueIsNoCure::brokenOrdersFirst)),
                new Variant(
                        "CancellationsFirst", () -> twoQueues(QueueIsNoCure::cancellationsFirst)),
                new Variant("OneQueue", QueueIsNoCure::oneQueue));
    }

    void main() {
        IO.println("One letter: A and B each take it, unless the queue is empty.");
        IO.println("Tea: A orders it, then cancels it; B reads all there is, twice.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.check(() -> oneLetter(QueueIsNoCure::brokenLookThenTake)) + "\n");
        IO.println(Explorer.check(() -> twoQueues(QueueIsNoCure::brokenOrdersFirst)));
    }
}
