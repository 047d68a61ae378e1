package concurrency.threading.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** For {@link WorkerTest}: a worker on a thread of its own, and when it is to be interrupted. */
final class WatchedWorker implements AutoCloseable {
    private static final int LOOKS_TO_BE_WAITING = 50;
    private static final int LOOKS_TO_BE_STUCK = 500;

    private final Items items = new Items();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile String interruptIn = "";
    private volatile String waitIn = "";
    private volatile String interruptWhenTaken = "";
    private volatile boolean interruptAtTheBeginning;
    private volatile boolean over;
    private TestThread<Boolean> thread;

    WatchedWorker(String... first) {
        items.addAll(List.of(first));
    }

    /** A queue that can have its taker interrupted just when an item has been taken. */
    private final class Items extends LinkedBlockingQueue<String> {
        private static final long serialVersionUID = 1;

        @Override
        public String take() throws InterruptedException {
            return taken(super.take());
        }

        @Override
        public String poll() {
            return taken(super.poll());
        }

        @Override
        public String poll(long timeout, TimeUnit unit) throws InterruptedException {
            return taken(super.poll(timeout, unit));
        }

        private String taken(String item) {
            if (interruptWhenTaken.equals(item)) Thread.currentThread().interrupt();
            return item;
        }
    }

    private void handle(String item) throws InterruptedException {
        if (over) throw new TestAbortedException("the test is over");
        handled.add(item);
        if (item.equals(interruptIn)) Thread.currentThread().interrupt();
        if (item.equals(waitIn)) never.await();
    }

    WatchedWorker interruptIn(String item) {
        interruptIn = item;
        return this;
    }

    WatchedWorker waitIn(String item) {
        waitIn = item;
        return this;
    }

    WatchedWorker interruptWhenTaken(String item) {
        interruptWhenTaken = item;
        return this;
    }

    WatchedWorker interruptAtTheBeginning() {
        interruptAtTheBeginning = true;
        return this;
    }

    WatchedWorker start() throws Exception {
        thread = TestThread.start("worker", this::work);
        Callable<Boolean> waits = Seen.inARow(LOOKS_TO_BE_WAITING, this::isWaiting);
        until("has begun", () -> !handled.isEmpty() || waits.call());
        if (isOver()) thread.result(); // throws what it threw
        return this;
    }

    /** Waits until this holds, or the worker has returned or keeps a core busy. */
    private void until(String what, Callable<Boolean> holds) {
        Patience.until(
                "the worker " + what,
                () -> holds.call() || isOver() || Seen.spins(thread.thread()));
    }

    private boolean isWaiting() {
        return Seen.waits(thread.thread());
    }

    /** The call, on the worker's thread. Says whether that is still interrupted afterwards. */
    private boolean work() {
        if (interruptAtTheBeginning) Thread.currentThread().interrupt();
        Worker.work(items, this::handle);
        return Thread.interrupted();
    }

    private boolean isOver() {
        return thread.hasEnded();
    }

    WatchedWorker add(String item) {
        items.add(item);
        return this;
    }

    void interrupt() {
        thread.thread().interrupt();
    }

    /** Says whether it waits, once it waits, has returned or keeps a core busy. */
    boolean waits() {
        until("waits", Seen.inARow(LOOKS_TO_BE_WAITING, this::isWaiting));
        return !isOver() && !Seen.spins(thread.thread());
    }

    /** Says whether it has returned, once it has, stands still or keeps a core busy. */
    boolean returns() {
        until("has returned", Seen.inARow(LOOKS_TO_BE_STUCK, this::isWaiting));
        return isOver();
    }

    String state() {
        return isOver() ? "it has returned" : Seen.at(thread.thread(), Worker.class);
    }

    void mustReturn(String story, String hint) {
        if (!returns())
            fail(
                    "%s, and work(...) does not return.%n%nhandled  %s%nqueue    %s%nworker   %s%n%nHint: %s"
                            .formatted(story, handled, items, state(), hint));
    }

    void mustHaveHandled(String... expected) {
        Callable<Boolean> stuck = Seen.inARow(LOOKS_TO_BE_STUCK, this::isWaiting);
        until("has handled the items", () -> isHandled(expected) || stuck.call());
        if (!isHandled(expected))
            fail(
                    "These should have been handled: %s.%n%nhandled  %s%nqueue    %s%nworker   %s%n%nHint: %s"
                            .formatted(
                                    List.of(expected),
                                    handled,
                                    items,
                                    state(),
                                    "follow one item from the queue to the handler."));
    }

    private boolean isHandled(String... expected) {
        return handled.equals(List.of(expected));
    }

    void mustHaveLeft(String... expected) {
        if (!List.copyOf(items).equals(List.of(expected)))
            fail(
                    "These should have stayed in the queue: %s.%n%nhandled  %s%nqueue    %s%n%nHint: %s"
                            .formatted(
                                    List.of(expected),
                                    handled,
                                    items,
                                    "what does the worker do between the interrupt and its"
                                            + " return?"));
    }

    /** If it has returned: if not, that is reported elsewhere. */
    void mustBeInterrupted(String when) throws Exception {
        if (returns() && !thread.result())
            fail(
                    "It was interrupted %s, and has returned with the flag off.%n%nHint: %s"
                            .formatted(
                                    when,
                                    "an InterruptedException clears the flag. Who sets it"
                                            + " again?"));
    }

    @Override
    public void close() {
        over = true; // the next item ends a worker that takes no notice of an interrupt
        never.countDown();
        items.add("the last");
        if (thread != null) thread.close();
    }
}
