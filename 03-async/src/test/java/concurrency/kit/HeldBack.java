package concurrency.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/** Makes virtual threads, one of which begins only when it is let go. */
public final class HeldBack implements ThreadFactory {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final int held;

    /** Holds back the thread of this number, counted from 0. */
    public HeldBack(int held) {
        this.held = held;
    }

    @Override
    public Thread newThread(Runnable task) {
        boolean isHeld = threads.size() == held;
        Runnable late =
                () -> {
                    try {
                        gate.await();
                        task.run();
                    } catch (InterruptedException _) {
                        // cancelled before it has begun
                    }
                };
        Thread thread = Thread.ofVirtual().unstarted(isHeld ? late : task);
        threads.add(thread);
        return thread;
    }

    /** How many threads it has made. */
    public int made() {
        return threads.size();
    }

    /** Whether the thread of this number waits for another. */
    public boolean waits(int number) {
        return number < made() && threads.get(number).getState() == Thread.State.WAITING;
    }

    /** Whether none of the other threads is at work: not begun yet, or at its end. */
    public boolean othersAreIdle() {
        Thread late = threads.get(held);
        return threads.stream().filter(thread -> !thread.equals(late)).noneMatch(Thread::isAlive);
    }

    /** Lets it begin. */
    public void letGo() {
        gate.countDown();
    }
}
