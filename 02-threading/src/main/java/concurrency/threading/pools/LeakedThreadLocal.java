package concurrency.threading.pools;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A {@code ThreadLocal} belongs to the thread, not to the task: a pooled thread keeps the last
 * task's value.
 *
 * <p>Predict: a pool has one thread. One task sets a {@code ThreadLocal} to user-1 and ends; then
 * another task reads it. What does it read?
 *
 * <p>Why: the thread outlives the task, and with it the value. So the second task acts in the name
 * of the first task's user, though only if it happens to get that thread: a bug that comes and
 * goes.
 *
 * <p>Cures: {@code remove} in a {@code finally}, which each task must remember; or a {@code
 * ScopedValue} (final since Java 25), which is bound for one call and is gone after it, exception
 * or not; or a new virtual thread for each task. Cost: a scoped value cannot be set, only bound
 * anew for a call inside. For a value that a task only hands down, a parameter is still simplest.
 *
 * <p>Next: {@link concurrency.threading.virtual.VirtualThreads VirtualThreads}
 */
public final class LeakedThreadLocal {
    private static final ThreadLocal<String> USER = new ThreadLocal<>();
    private static final ScopedValue<String> CURRENT_USER = ScopedValue.newInstance();

    /** Two tasks, one after the other; each returns the user it acts as. */
    static List<String> twoTasks(
            ExecutorService pool, Callable<String> first, Callable<String> second)
            throws Exception {
        return List.of(pool.submit(first).get(), pool.submit(second).get());
    }

    static List<String> broken(ExecutorService pool) throws Exception {
        Callable<String> first =
                () -> {
                    USER.set("user-1");
                    return user(); // and the thread keeps the value
                };
        return twoTasks(pool, first, LeakedThreadLocal::user);
    }

    static List<String> removed(ExecutorService pool) throws Exception {
        Callable<String> first =
                () -> {
                    USER.set("user-1");
                    try {
                        return user();
                    } finally {
                        USER.remove();
                    }
                };
        return twoTasks(pool, first, LeakedThreadLocal::user);
    }

    static List<String> scoped(ExecutorService pool) throws Exception {
        Callable<String> first =
                () -> ScopedValue.where(CURRENT_USER, "user-1").call(() -> currentUser());
        return twoTasks(pool, first, LeakedThreadLocal::currentUser);
    }

    private static String user() {
        return USER.get() == null ? "nobody" : USER.get();
    }

    private static String currentUser() {
        return CURRENT_USER.orElse("nobody");
    }

    void main() throws Exception {
        IO.println("one task acts as user-1, then another runs; they act as");
        try (var pool = Executors.newFixedThreadPool(1)) {
            IO.println("  ThreadLocal, kept:       " + broken(pool));
            IO.println("  ThreadLocal, removed:    " + removed(pool));
            IO.println("  ScopedValue:             " + scoped(pool));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IO.println("  a thread for each task:  " + broken(threads));
        }
    }
}
