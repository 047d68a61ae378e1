package concurrency.threading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/**
 * Cutting tasks into slices on one worker makes nothing faster, and each switch has a price.
 *
 * <p>Predict: A has 4 points of work, B 3, C 1. The worker gives them turns of one point each, and
 * going over to another task costs him a point. When is all done? When is C done?
 *
 * <p>Why: slices of a task are still the whole task. All is done after the work and the switches: 8
 * points + switches x cost, and short turns (a small quantum) mean many switches. With no cost it
 * is 8 points for every quantum, never less. The two cash machines were faster because turns filled
 * a waiting; here nobody waits for anything but the worker.
 *
 * <p>So why do systems slice? For C: it is short, and does not have to wait until the long ones are
 * done.
 *
 * <p>Next: 03-async, where the tasks themselves say when it is another's turn.
 */
final class SlicingAddsNoSpeed {
    /** A task and its points of work, at least 1. */
    record Task(char name, int points) {
        Task {
            requireAtLeast(1, "points", points);
        }
    }

    /** A turn as it was taken: from the beginning of point {@code start} to that of {@code end}. */
    record Turn(int start, int end, char task) {}

    static final List<Task> TASKS = List.of(new Task('A', 4), new Task('B', 3), new Task('C', 1));

    /**
     * Round robin: the first task of the queue has a turn, and goes to the end if work is left.
     *
     * @param quantum the longest turn, in points of time, at least 1
     * @param cost the points lost when the worker goes over to another task, at least 0
     */
    static List<Turn> run(List<Task> tasks, int quantum, int cost) {
        requireAtLeast(1, "quantum", quantum);
        requireAtLeast(0, "cost", cost);
        List<Turn> turns = new ArrayList<>();
        Queue<Task> queue = new ArrayDeque<>(tasks);
        int now = 0;
        while (!queue.isEmpty()) {
            Task task = queue.remove();
            if (!turns.isEmpty() && turns.getLast().task != task.name) now += cost;
            int points = Math.min(quantum, task.points);
            turns.add(new Turn(now, now += points, task.name));
            if (points < task.points) queue.add(new Task(task.name, task.points - points));
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

    /** A letter for each point of work, {@code .} for each point of switching. */
    static String drawing(List<Turn> turns) {
        var line = new StringBuilder(".".repeat(turns.getLast().end));
        for (Turn t : turns)
            line.replace(t.start, t.end, Character.toString(t.task).repeat(t.end - t.start));
        return line.toString();
    }

    private static void requireAtLeast(int least, String what, int given) {
        if (given < least)
            throw new IllegalArgumentException(
                    what + " must be at least " + least + ", not " + given);
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
        IO.println("A has 4 points of work, B 3, C 1; . is a switch, which costs a point\n");
        IO.println("quantum   switches   C is done   all is done");
        for (int quantum = 1; quantum <= 4; quantum++) IO.println(row(quantum));
    }
}
