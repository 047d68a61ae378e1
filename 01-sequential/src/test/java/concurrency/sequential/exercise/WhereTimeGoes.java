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
 *   <li>READY: it could work, and another task has the core, or nobody.
 *   <li>BLOCKED: it waits for something else, such as a card terminal, and could not use a core.
 * </ul>
 *
 * <p>Given is what one task has to do, its program: a letter for each time unit, {@code -} that it
 * works and {@code X} that it waits. Waiting begins at once when it is next, whoever has the core,
 * and so does its end. Given is, too, who had the core: a letter for each time unit.
 *
 * <p>With the program {@code -XX-} and the core {@code BABBBBA}, task A is READY at 0, RUN at 1,
 * BLOCKED at 2 and 3, READY at 4 and 5, RUN at 6, and then over.
 *
 * <p>Count how many time units the task is in each state. When it is over, nothing counts. Below,
 * all that is not RUN is taken for waiting.
 */
final class WhereTimeGoes {
    /** For how many time units a task was in each state. */
    record Times(int run, int ready, int blocked) {}

    /**
     * Counts for one task.
     *
     * @param task its letter
     * @param program what it has to do, as in {@code -XX-}: at least one letter
     * @param core who had the core, as in {@code BABBBBA}, a point if nobody; long enough for the
     *     task to be over, and this task has it only when it can work
     */
    static Times of(char task, String program, String core) {
        abort("exercise 1.2 is not started: delete this line of WhereTimeGoes.java and run again");
        int run = 0;
        for (char who : core.toCharArray()) if (who == task) run++;
        return new Times(run, 0, core.length() - run);
    }
}
