package concurrency.threading.threads;

import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A thread, platform or virtual, is in one of six states.
 *
 * <p>Predict: in which state is a thread that has not been started? That computes? That wants a
 * lock which another thread holds? That waits at a gate? That sleeps? That has ended?
 *
 * <p>Why: RUNNABLE means that as far as the JVM knows it could run: it runs, or is ready and has no
 * core, or (a platform thread) is inside a read of a file or a socket. In the next three states it
 * waits: BLOCKED only for {@code synchronized}; WAITING for another thread, without a limit (a
 * gate, {@code join}, and also a {@code java.util.concurrent} lock); TIMED_WAITING with one. A
 * state is a snapshot: only if a thread waits for us do we know that it has not moved on.
 *
 * <p>Next: {@link Interruption}
 */
public final class LifeCycle {
    private static final long ONE_DAY = 86_400_000;

    /**
     * The states of one thread, in the order of its life; we hold it in each until it is seen.
     *
     * @param builder {@code Thread.ofPlatform()} or {@code Thread.ofVirtual()}, since Java 21
     */
    static List<State> states(Thread.Builder builder) throws InterruptedException {
        var stop = new AtomicBoolean();
        var lock = new Object();
        var gate = new CountDownLatch(1);
        Thread thread =
                builder.unstarted(
                        () -> {
                            while (!stop.get()) Thread.onSpinWait(); // computes
                            synchronized (lock) { // wants a lock that we hold
                            }
                            try {
                                gate.await(); // waits until we open it
                                Thread.sleep(ONE_DAY); // waits, but not longer than a day
                            } catch (InterruptedException e) {
                                // that is how we end its sleep
                            }
                        });
        List<State> seen = new ArrayList<>();
        seen.add(thread.getState());
        synchronized (lock) {
            thread.start();
            seen.add(stateOnceIn(State.RUNNABLE, thread));
            stop.set(true);
            seen.add(stateOnceIn(State.BLOCKED, thread));
        }
        seen.add(stateOnceIn(State.WAITING, thread));
        gate.countDown();
        seen.add(stateOnceIn(State.TIMED_WAITING, thread));
        thread.interrupt();
        thread.join();
        seen.add(thread.getState());
        return seen;
    }

    /** Looks again and again, since the thread needs a moment to get there. */
    private static State stateOnceIn(State expected, Thread thread) throws InterruptedException {
        while (thread.getState() != expected) Thread.sleep(1);
        return expected;
    }

    void main() throws InterruptedException {
        IO.println("the thread            platform        virtual");
        List<State> platform = states(Thread.ofPlatform());
        List<State> virtual = states(Thread.ofVirtual());
        List<String> lines =
                List.of(
                        "is not started",
                        "computes",
                        "wants a lock",
                        "waits",
                        "sleeps",
                        "has ended");
        for (int i = 0; i < lines.size(); i++)
            IO.println("%-21s %-15s %s".formatted(lines.get(i), platform.get(i), virtual.get(i)));
    }
}
