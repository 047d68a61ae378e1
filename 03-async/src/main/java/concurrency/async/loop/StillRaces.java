package concurrency.async.loop;

import static concurrency.async.coroutines.Coroutine.yieldNow;

import concurrency.async.coroutines.Coroutine.AsyncFunction;

/**
 * One thread, and still a race: read, yield, write.
 *
 * <p>Predict: a hundred coroutines on one {@link EventLoop} each add 1 to x. They read it, yield,
 * and write. What is x at the end?
 *
 * <p>Why: between read and write every other task has its turn, and reads the same 0. This is no
 * data race in Java's sense, since all steps are ordered and all see the newest x; it is a race
 * condition all the same. On a loop, code is atomic from yield to yield, and no further.
 *
 * <p>Cures: leave no yield between read and write; then no lock is needed, though two threads would
 * need one. Or, where a task has to wait in between, let a flag or asyncio's {@code Lock} keep the
 * others out until it has written. A plain flag will do: no task can come between the check of it
 * and the change, since nothing yields there.
 *
 * <p>Virtual threads are no such loop: they have several carriers, so they may run in parallel, and
 * {@code x++} can lose updates ({@code LostUpdate} in 05-shared-memory).
 *
 * <p>Next: {@link concurrency.async.futures.Gather Gather}
 */
public final class StillRaces {
    static final int TASKS = 100;

    private int x;
    private boolean taken;

    int broken() {
        return eachTask(
                () -> {
                    int seen = x;
                    yieldNow(); // as if waiting for the answer to "may I?"
                    x = seen + 1;
                });
    }

    int noYieldBetween() {
        return eachTask(
                () -> {
                    yieldNow();
                    x++;
                });
    }

    int keptOut() {
        return eachTask(
                () -> {
                    while (taken) yieldNow();
                    taken = true;
                    int seen = x;
                    yieldNow();
                    x = seen + 1;
                    taken = false;
                });
    }

    private int eachTask(Runnable body) {
        var loop = new EventLoop();
        for (int i = 0; i < TASKS; i++) loop.spawn(new AsyncFunction("add", body).call());
        loop.run();
        return x;
    }

    void main() {
        IO.println("100 tasks add 1 to x, from 0, on one thread:\n");
        IO.println("read, yield, write            x = " + new StillRaces().broken());
        IO.println("no yield between              x = " + new StillRaces().noYieldBetween());
        IO.println("the others kept out           x = " + new StillRaces().keptOut());
    }
}
