package concurrency.threading.turns;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/**
 * Cutting tasks into slices on one worker makes nothing faster, and each switch has a price.
 *
 * <p>Predict: A has 4 units of work, B 3, C 1. The worker gives them turns of one unit each, and
 * going over to another task costs one unit. When is all done? When is C done?
 *
 * <p>Why: a sliced task is still the whole task. It takes the work and the switches: 8 units +
 * switches x cost, and short turns (a small quantum) mean many switches. Even if a switch costs
 * nothing it takes 8 units, never less. The two tills were faster because the turns used up waiting
 * time; here nobody waits for anything but the worker.
 *
 * <p>So why do systems slice? For C: it is short, and need not wait for the long ones.
 *
 * <p>Next: {@link concurrency.threading.order.Interleavings Interleavings}
 */
public final class SlicingAddsNoSpeed {
    /** A task and its units of work. */
    record Task(char name, int work) {}

    /** A turn as it was taken: from the beginning of unit {@code start} to that of {@code end}. */
    record Turn(int start, int end, char task) {}

    static final List<Task> TASKS = List.of(new Task('A', 4), new Task('B', 3), new Task('C', 1));

    /**
     * Round robin: the first task of the queue has a turn, and goes to the end if work is left.
     *
     * @param quantum the longest turn, in time units
     * @param cost the units lost when the worker goes over to another task
     */
    static List<Turn> run(List<Task> tasks, int quantum, int cost) {
        List<Turn> turns = new ArrayList<>();
        Queue<Task> queue = new ArrayDeque<>(tasks);
        int now = 0;
        while (!queue.isEmpty()) {
            Task task = queue.remove();
            if (!turns.isEmpty() && turns.getLast().task != task.name) now += cost;
            int work = Math.min(quantum, task.work);
            turns.add(new Turn(now, now += work, task.name));
            if (work < task.work) queue.add(new Task(task.name, task.work - work));
        }
        return List.copyOf(turns);
    }

    /** When the last turn of this task has ended. */
    static int done(char task, List<Turn> turns) {
        return turns.stream().filter(t -> t.task == task).mapToInt(Turn::end).max().orElseThrow();
    }

    static int switches(List<Turn> turns) {
        int switches = 0;
        for (int i = 1; i < turns.size(); i++)
            if (turns.get(i).task != turns.get(i - 1).task) switches++;
        return switches;
    }

    /** A letter for each unit of work, {@code .} for each unit of switching. */
    static String drawing(List<Turn> turns) {
        var line = new StringBuilder(".".repeat(turns.getLast().end)); // getLast: Java 21
        for (Turn t : turns)
            line.replace(t.start, t.end, Character.toString(t.task).repeat(t.end - t.start));
        return line.toString();
    }

    private static String row(int quantum) {
        List<Turn> turns = run(TASKS, quantum, 1);
        return String.format(
                Locale.ROOT,
                "%7d %10d %10d %10d   %s",
                quantum,
                switches(turns),
                done('C', turns),
                turns.getLast().end,
                drawing(turns));
    }

    void main() {
        IO.println("A has 4 units of work, B 3, C 1; . is a switch, which costs one unit\n");
        IO.println("quantum   switches   C is done   all is done");
        for (int quantum = 1; quantum <= 4; quantum++) IO.println(row(quantum));
    }
}
