package concurrency.kit;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A thread that a test starts, sees waiting, and asks for its result; after Guava's class of that
 * name. As a resource of a {@code try} it is over when the test is:
 *
 * <pre>{@code
 * try (var taker = TestThread.start("taker", queue::take)) {
 *     taker.mustWait();
 *     queue.put(1);
 *     assertThat(taker.result()).isEqualTo(1);
 * }
 * }</pre>
 */
public final class TestThread<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private final Thread thread;

    private TestThread(Thread.Builder builder, Callable<T> work) {
        task = new FutureTask<>(work);
        thread = builder.unstarted(task);
        thread.start();
    }

    /** Starts a platform thread of this name. */
    public static <T> TestThread<T> start(String name, Callable<T> work) {
        return new TestThread<>(Thread.ofPlatform().daemon().name(name), work);
    }

    /** The same for a virtual thread. */
    public static <T> TestThread<T> startVirtual(String name, Callable<T> work) {
        return new TestThread<>(Thread.ofVirtual().name(name), work);
    }

    /** Work without a result. */
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Work without a result, as a {@link Callable} whose result is null. */
    public static Callable<Void> call(Work work) {
        return () -> {
            work.run();
            return null;
        };
    }

    /** The thread itself. */
    public Thread thread() {
        return thread;
    }

    /** Whether its work has returned or thrown. */
    public boolean hasEnded() {
        return task.isDone();
    }

    /** Whether it stands still until another thread does something: WAITING or BLOCKED. */
    public boolean isWaiting() {
        Thread.State state = thread.getState();
        return (state == Thread.State.WAITING || state == Thread.State.BLOCKED) && !isLinking();
    }

    /** Whether a call of a method of this name is on the thread's stack, as of {@code join}. */
    public static boolean isIn(String method, Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }

    /** The same of this thread. */
    public boolean isIn(String method) {
        return isIn(method, thread);
    }

    /** Waits until it waits. If its work ends instead, that is a failure, which shows the end. */
    public void mustWait() throws Exception {
        until("it waits", this::isWaiting);
        if (hasEnded())
            throw new AssertionError(thread.getName() + " did not wait: it returned " + task.get());
    }

    /**
     * Waits until this holds or its work has ended.
     *
     * @throws Exception what the work threw, if it did, so that nobody waits in vain for a thread
     *     that has failed
     */
    public void until(String what, Callable<Boolean> holds) throws Exception {
        Patience.until(thread.getName() + ": " + what, () -> holds.call() || hasEnded());
        if (task.state() == Future.State.FAILED) rethrow();
    }

    /**
     * Waits for the end of its work.
     *
     * @return what the work returned
     * @throws Exception what the work threw
     */
    public T result() throws Exception {
        Patience.until(thread.getName() + " has ended", () -> hasEnded() && !thread.isAlive());
        if (task.state() == Future.State.FAILED) rethrow();
        return task.get();
    }

    /** Interrupts the thread if it is still at work, and waits for its end. */
    @Override
    public void close() {
        if (!hasEnded()) thread.interrupt();
        Patience.until(thread.getName() + " is over", () -> !thread.isAlive());
    }

    private void rethrow() throws Exception {
        try {
            task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Exception thrown -> throw thrown;
                case Error thrown -> throw thrown;
                default -> throw e;
            }
        }
    }

    /** The first use of a class or of a lambda may block, too, but not for long. */
    private boolean isLinking() {
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .anyMatch(
                        name ->
                                name.contains("ClassLoader")
                                        || name.equals("java.lang.invoke.MethodHandleNatives"));
    }
}
