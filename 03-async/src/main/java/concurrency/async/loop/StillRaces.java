package concurrency.async.loop;

import static concurrency.async.coroutines.Coroutine.giveWay;

import concurrency.async.coroutines.Coroutine.AsyncFunction;

/**
 * One thread, and still a race: read, give way, write.
 *
 * <p>Predict: a hundred tasks on one {@link EventLoop} each add 1 to x. They read it, give way, and
 * write. What is x at the end?
 *
 * <p>Why: between read and write every other task has its turn, and reads the same 0. This is no
 * data race in Java's sense, as all steps are ordered and all see the newest x; it is a race
 * condition all the same. On a loop code is atomic from yield to yield, and no further.
 *
 * <p>Cures: leave no yield between read and write; then no lock is needed, though two threads would
 * need one. Or, where the task has to wait in between, let a flag or asyncio's {@code Lock} keep
 * the others out until it has written. A plain flag will do: nobody comes between the look at it
 * and the change of it, as no yield stands there.
 *
 * <p>Virtual threads are no such loop: they have several carriers, so they may run in parallel, and
 * {@code x++} loses updates there ({@code LostUpdate} in 05-shared-memory).
 *
 * <p>Next: {@link concurrency.async.futures.Gather}
 */
public final class StillRaces {
    static final int TASKS = 100;

    private int x;
    private boolean taken;

    int broken() {
        return eachTask(
                () -> {
                    int seen = x;
                    giveWay(); // as for the answer to "may I?"
                    x = seen + 1;
                });
    }

    int noYieldBetween() {
        return eachTask(
                () -> {
                    giveWay();
                    x++;
                });
    }

    int keptOut() {
        return eachTask(
                () -> {
                    while (taken) giveWay();
                    taken = true;
                    int seen = x;
                    giveWay();
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
        IO.println("read, give way, write         x = " + new StillRaces().broken());
        IO.println("no yield between              x = " + new StillRaces().noYieldBetween());
        IO.println("the others kept out           x = " + new StillRaces().keptOut());
    }
}
