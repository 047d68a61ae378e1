package concurrency.threading.order;

/**
 * {@code run} is a plain call, {@code start} makes a thread, and after {@code join} you see what it
 * did.
 *
 * <p>Predict: which thread runs the task's code after {@code thread.run()}, and which after {@code
 * thread.start()}? And may main read the task's plain field, which is neither {@code volatile} nor
 * locked?
 *
 * <p>Why: a {@code Thread} is an object with a method {@code run} like any other. Only {@code
 * start} asks the system for a thread, which then calls {@code run}; and it does so once: a second
 * {@code start} throws {@code IllegalThreadStateException}, even when the thread has ended. {@code
 * join} waits for the end, and everything the thread did happens-before {@code join} returns: so a
 * plain field is enough. Without the {@code join} main may read too early, and may read null.
 *
 * <p>Cost: the joining thread waits as long as the other one takes.
 *
 * <p>Next: {@link ScheduledByTheSystem}
 */
public final class StartIsNotRun {
    static final class Task implements Runnable {
        private final Runnable before;
        private Thread ranOn; // plain

        /** A task that does this first. */
        Task(Runnable before) {
            this.before = before;
        }

        @Override
        public void run() {
            before.run();
            ranOn = Thread.currentThread();
        }
    }

    /** Broken: there is a Thread object, and no thread. Error Prone makes this line an error. */
    @SuppressWarnings("DoNotCall")
    static Thread brokenRun(Task task) {
        new Thread(task, "worker").run();
        return task.ranOn;
    }

    static Thread startAndJoin(Task task) throws InterruptedException {
        var thread = new Thread(task, "worker");
        thread.start(); // all that we did before happens-before all that it does
        thread.join(); // all that it did happens-before join returns
        return task.ranOn;
    }

    void main() throws InterruptedException {
        Runnable nothing = () -> {};
        IO.println("run:   the task ran on " + brokenRun(new Task(nothing)).getName());
        IO.println("start: the task ran on " + startAndJoin(new Task(nothing)).getName());
        var thread = new Thread(nothing);
        thread.start();
        thread.join();
        try {
            thread.start();
        } catch (IllegalThreadStateException e) {
            IO.println("start a second time: " + e.getClass().getSimpleName());
        }
    }
}
