package concurrency.async;

import static java.util.Comparator.comparingLong;

import concurrency.async.Letters.Step;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * An event loop: one thread, a queue of the tasks that are ready, and a clock for those that sleep.
 *
 * <p>Predict: A, B and C each write their letter four times and yield after each. What is written?
 * Then A sleeps for 3 points of time, B for 1, C for 2. Who wakes first, and how long do you wait?
 *
 * <p>Why: a task is a {@link Generator} that yields what it waits for. The loop takes the first
 * task of the queue, runs it to its next yield and puts it where that belongs. So the tasks say
 * where they give way, the loop chooses who goes next, and between two yields nobody else runs.
 *
 * <p>The clock is virtual. When nobody is ready and no work outside is open, it jumps to the next
 * sleeper, so nobody really waits. Only {@link #execute} may be called by other threads.
 *
 * <p>Next: {@link CourierOnTheLoop}
 */
final class EventLoop implements Executor {
    static final ScopedValue<EventLoop> RUNNING = ScopedValue.newInstance();

    private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>(comparingLong(Sleeper::due).thenComparingLong(Sleeper::number));
    private long now;
    private long slept;
    private int open; // waits for work outside

    private record Task(Resumable<Wait> body, CompletableFuture<Void> end) {}

    private record Sleeper(long due, long number, Task task) {}

    /**
     * Puts a task at the end of the queue.
     *
     * @return to await the end of the task
     */
    Resumable<Wait> spawn(Resumable<Wait> body) {
        var task = new Task(body, new CompletableFuture<>());
        resume(task);
        return Wait.until(task.end);
    }

    /** Puts a piece of code at the end of the queue, where no task is needed. */
    @Override
    public void execute(Runnable code) {
        ready.add(code);
    }

    /**
     * Runs on the calling thread until no task can go on.
     *
     * <p>What a step throws ends its task, and comes out here. Whoever awaits that task fails with
     * it when the loop is run again.
     */
    void run() throws InterruptedException {
        while (!ready.isEmpty() || open > 0 || !sleepers.isEmpty()) {
            if (ready.isEmpty() && open == 0) moveClock(sleepers.element().due);
            ready.take().run();
        }
    }

    private void resume(Task task) {
        execute(() -> turn(task));
    }

    private void turn(Task task) {
        try {
            step(task);
        } catch (RuntimeException | Error e) {
            task.end.completeExceptionally(e); // or whoever awaits it would be lost
            throw e;
        }
    }

    private void step(Task task) {
        switch (ScopedValue.where(RUNNING, this).call(task.body::next).orElse(null)) {
            case Wait.Turn() -> resume(task);
            case Wait.Sleep(var points) -> sleepers.add(new Sleeper(in(points), slept++, task));
            case Wait.Until(var future) -> future.whenComplete((_, _) -> resume(task));
            case Wait.Outside(var work) -> {
                open++;
                work.whenComplete((_, _) -> execute(() -> isBack(task)));
            }
            case null -> task.end.complete(null);
        }
    }

    private void isBack(Task task) {
        open--;
        turn(task);
    }

    private long in(long points) {
        long left = Long.MAX_VALUE - now;
        if (points < 0 || points > left)
            throw new IllegalArgumentException(
                    "points must be from 0 to " + left + " at " + now + ", not " + points);
        return now + points;
    }

    private void moveClock(long to) {
        now = to;
        while (!sleepers.isEmpty() && sleepers.element().due <= now) resume(sleepers.remove().task);
    }

    /** The running step is at work for so many points: the clock moves, and nobody else runs. */
    void work(long points) {
        moveClock(in(points));
    }

    long now() {
        return now;
    }

    void main() throws InterruptedException {
        List<Step> turns = Letters.takingTurns(4, "A", "B", "C");
        IO.println("A, B and C yield after each letter (- runs, X does not):\n");
        IO.println(Letters.drawing(turns));
        IO.println("\n" + Letters.text(turns) + ", on " + Letters.threads(turns) + " thread\n");
        IO.println("A sleeps for 3 points of time, B for 1, C for 2:\n");
        for (Step step : Letters.sleeping(3, 1, 2))
            IO.println(step.letter() + " wakes at " + step.at());
    }
}
