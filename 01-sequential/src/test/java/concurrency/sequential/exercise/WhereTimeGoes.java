package concurrency.sequential.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Exercise 1.2: where does the time go? Difficulty 1.
 *
 * <p>Several tasks share one core. In each time unit, from 0 on, a task that is not over is in one
 * of three states:
 *
 * <ul>
 *   <li>RUN: it works, and has the core.
 *   <li>READY: it could work, but another task has the core, or nobody has it.
 *   <li>BLOCKED: it waits for something else, such as a card terminal, and could not use a core.
 * </ul>
 *
 * <p>You are given what one task has to do, its program: {@code -} for each time unit of work and
 * {@code X} for each time unit of waiting. Waiting begins as soon as it is next and goes on,
 * whoever has the core; work goes on only while the task has the core. You are also given who had
 * the core, a letter for each time unit.
 *
 * <p>With the program {@code -XX-} and the core {@code BABBBBA}, task A is READY at 0, RUN at 1,
 * BLOCKED at 2 and 3, READY at 4 and 5, RUN at 6, and then over.
 *
 * <p>Count how many time units the task is in each state. Once it is over, nothing counts. Below,
 * every time unit that is not RUN counts as BLOCKED.
 */
final class WhereTimeGoes {
    /** For how many time units a task was in each state. */
    record Times(int run, int ready, int blocked) {}

    /**
     * Counts for one task.
     *
     * @param task its letter
     * @param program what it has to do, as in {@code -XX-}: at least one letter
     * @param core who had the core, as in {@code BABBBBA}, a full stop for nobody; long enough for
     *     the task to finish, and the task has it only when it can work
     */
    static Times of(char task, String program, String core) {
        abort("exercise 1.2 is not started: delete this line of WhereTimeGoes.java and run again");
        int run = 0;
        for (char who : core.toCharArray()) if (who == task) run++;
        return new Times(run, 0, core.length() - run);
    }
}
