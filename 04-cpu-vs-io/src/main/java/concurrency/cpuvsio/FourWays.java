package concurrency.cpuvsio;

import java.util.Collections;
import java.util.Locale;

/**
 * Four ways to run eight tasks: which one helps depends on what the tasks wait for.
 *
 * <p>Predict: threads, an event loop, virtual threads: which one speeds up eight requests most? And
 * which one does nothing at all for eight hashes?
 *
 * <p>Why: waiting shrinks with the tasks in flight; work shrinks with the tasks at work at once,
 * which need a thread and a core each. An event loop has all tasks in flight on one thread: good
 * for waiting, nothing for work. A pool of 4 waits for 4 at a time. A pool of 8 would do as well
 * here as virtual threads: those are not faster, only so cheap that each task can have its own.
 *
 * <p>The measured table runs the same tasks for real. A request also costs the work of HTTP, which
 * the model leaves out, and other programs may take the cores: then a second core need not be any
 * gain, and no number of points is too high.
 *
 * <p>Next: {@link PoolSize}
 */
final class FourWays {
    static final int TASKS = 8;
    static final Task REQUEST = Task.of(1, 9);
    static final Task HASH = Task.of(10, 0);

    private static final String HEAD =
            "points of time                in flight   at work   requests   hashes";

    /** The points that the model needs for eight such tasks. */
    static int model(Way way, Task task, int cores) {
        var tasks = Collections.nCopies(TASKS, task);
        return ModelRun.of(tasks, way.inFlight, atWork(way, cores)).points();
    }

    private static int atWork(Way way, int cores) {
        return Math.min(Math.min(way.threads, TASKS), cores);
    }

    static String modelTable(int cores) {
        var table = new StringBuilder(HEAD);
        for (Way way : Way.values())
            table.append(
                    String.format(
                            Locale.ROOT,
                            "\n%-27s   %9d   %7d   %8d   %6d",
                            way.label,
                            Math.min(way.inFlight, TASKS),
                            atWork(way, cores),
                            model(way, REQUEST, cores),
                            model(way, HASH, cores)));
        return table.toString();
    }

    void main() throws Exception {
        IO.println(
                """
                8 requests (1 point of work, 9 of waiting) or 8 hashes (10 points of work)
                in the model, on 2 cores; at most so many in flight and at work at once:
                """);
        IO.println(modelTable(2));
        IO.println("\nThe same for real, beside the model for as many cores as there are here:\n");
        IO.println(FourWaysMeasured.table(6_000_000));
    }
}
