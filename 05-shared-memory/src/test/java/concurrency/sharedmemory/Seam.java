package concurrency.sharedmemory;

import com.google.common.util.concurrent.Uninterruptibles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BiPredicate;

/**
 * Meet or block: the code under test calls this between its check and its act. A is held here until
 * B is here too, or waits for A; so both orders are forced, on one core and without a pause.
 */
final class Seam implements Runnable {
    private final String where;
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    /** What happened, in order; the schedule to show when the end is wrong. */
    private final List<String> story = new CopyOnWriteArrayList<>();

    /** For the story, as in "has checked". */
    Seam(String where) {
        this.where = where;
    }

    @Override
    public void run() {
        story.add(Thread.currentThread().getName() + " " + where);
        Uninterruptibles.awaitUninterruptibly(mayGoOn);
    }

    /** Runs the two to their ends, and returns the story. */
    String meetOrBlock(Callable<?> a, Callable<?> b) throws Exception {
        return meetOrBlock(a, b, Seam::waitsFor);
    }

    /**
     * The same where the JVM does not say who holds what B waits for.
     *
     * @param waits whether the second thread waits for the first
     */
    String meetOrBlock(Callable<?> a, Callable<?> b, BiPredicate<Thread, Thread> waits)
            throws Exception {
        var taskA = new FutureTask<>(a);
        var taskB = new FutureTask<>(b);
        Thread threadA = Thread.ofPlatform().daemon().name("A").start(taskA);
        try {
            Patience.until("A " + where, () -> story.size() == 1);
            Thread threadB = Thread.ofPlatform().daemon().name("B").start(taskB);
            Patience.until(
                    "B " + where + " too, waits for A, or has ended",
                    () -> // the state first: who is held here waits too
                    waits.test(threadA, threadB) || taskB.isDone() || story.size() == 2);
            if (story.size() == 1) story.add(taskB.isDone() ? "B has ended" : "B waits for A");
        } finally {
            mayGoOn.countDown();
        }
        story.add("A goes on and ends with " + Patience.get("A has ended", taskA));
        story.add("B goes on and ends with " + Patience.get("B has ended", taskB));
        return String.join("\n", story);
    }

    /** Whether one waits for a lock that the other owns. */
    static boolean waitsFor(Thread owner, Thread waiter) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(waiter.threadId());
        return info != null && info.getLockOwnerId() == owner.threadId();
    }
}
