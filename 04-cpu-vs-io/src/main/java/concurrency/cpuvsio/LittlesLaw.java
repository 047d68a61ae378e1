package concurrency.cpuvsio;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Little's law: on average, tasks in flight = rate at which they come x time that each takes.
 *
 * <p>Predict: a server gets 200 requests a second and needs 50 ms for each. How many are in flight?
 * The database behind it becomes slow, and each now takes a second. How many then?
 *
 * <p>Why: take any drawing of tasks, here by {@link ModelRun}. Counted column by column, its
 * characters are the tasks in flight in each time unit; counted row by row they are the time that
 * each task takes. It is one sum, so (in flight) x (time units) = (tasks) x (time each), and
 * dividing by the time units gives the law. It holds in whatever order the tasks run and however
 * unevenly they come, from a moment with none in flight to another such, or in the long run.
 *
 * <p>Use: it says what a limit must be (200 a second x 50 ms: 10 threads, connections or permits at
 * least, and more when the load is uneven), or what a limit allows (100 in flight, 50 ms each: 2000
 * a second at most). And it says what a slow answer does: the callers set the rate, so the tasks in
 * flight grow with the time, here to 20 times as many. That needs a limit: {@link Bulkhead}.
 *
 * <p>Next: {@link AmdahlsLaw}
 */
final class LittlesLaw {
    static final List<String> TASKS = List.of("-XX", "--XXXX-", "-X", "---XX");

    static int inFlight(ModelRun run, int unit) {
        return (int)
                run.lines().stream()
                        .filter(line -> unit < line.length() && line.charAt(unit) != ' ')
                        .count();
    }

    /** The tasks in flight, added up over the time units. */
    static int byColumns(ModelRun run) {
        return IntStream.range(0, run.units()).map(unit -> inFlight(run, unit)).sum();
    }

    /** The time that a task takes from its beginning to its end, added up over the tasks. */
    static int byRows(ModelRun run) {
        return run.lines().stream().mapToInt(line -> line.strip().length()).sum();
    }

    /** How many requests are in flight on average, rounded up. */
    static int needed(int perSecond, int millis) {
        return Math.ceilDiv(perSecond * millis, 1000);
    }

    /** How many requests a second such a limit allows. */
    static int atMost(int inFlight, int millis) {
        return inFlight * 1000 / millis;
    }

    void main() {
        ModelRun run = ModelRun.of(TASKS, 3, 1);
        var column = new StringBuilder();
        for (int unit = 0; unit < run.units(); unit++) column.append(inFlight(run, unit));
        IO.println("4 tasks on one core, at most 3 in flight (. ready, but the core is busy):\n");
        IO.println(run.drawing());
        IO.println(run.row(column.toString(), "in flight") + "\n");
        IO.println("column by column: " + byColumns(run) + ", row by row: " + byRows(run) + "\n");
        IO.println("200 a second x 50 ms each:    " + needed(200, 50) + " in flight");
        IO.println("200 a second x 1000 ms each:  " + needed(200, 1000) + " in flight");
        IO.println("100 in flight, 50 ms each:    at most " + atMost(100, 50) + " a second");
    }
}
