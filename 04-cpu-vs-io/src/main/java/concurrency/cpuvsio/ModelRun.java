package concurrency.cpuvsio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tasks on cores, one point of time after another: no clock, no thread, the same on every machine.
 *
 * <p>Two numbers decide everything: how many tasks may be in flight (begun and not ended), and how
 * many of those may work in the same point. Only the first number limits the waiting.
 *
 * @param lines what each task did, in the order in which the tasks were given
 */
record ModelRun(List<Line> lines) {
    /**
     * Runs the tasks; they begin in their order. A free core goes to the task that has been ready
     * longest and is kept until that task waits or ends.
     *
     * @param inFlight how many tasks may have begun and not ended, at least 1
     * @param cores how many tasks may work in the same point, at least 1
     */
    static ModelRun of(List<Task> tasks, int inFlight, int cores) {
        requirePositive("tasks", tasks.size());
        requirePositive("tasks in flight", inFlight);
        requirePositive("cores", cores);
        List<Line> lines = tasks.stream().map(Line::new).toList();
        var queue = new ArrayDeque<>(lines);
        var begun = new ArrayList<Line>();
        for (int point = 0; !queue.isEmpty() || !begun.isEmpty(); point++) {
            while (begun.size() < inFlight && !queue.isEmpty())
                begun.add(queue.remove().begin(point));
            begun.sort(Comparator.comparingInt(line -> line.readySince)); // stable: ties stay put
            int free = cores;
            for (Line line : begun) {
                boolean works = line.needsCore() && free-- > 0;
                line.add(works ? '-' : line.needsCore() ? '.' : 'X', point);
            }
            begun.removeIf(Line::ended);
        }
        return new ModelRun(lines);
    }

    int points() {
        return lines.stream().mapToInt(Line::end).max().orElseThrow();
    }

    /** The tasks one under the other, with the axis of time. */
    String drawing() {
        var drawn = new StringBuilder();
        for (Line line : lines) {
            drawn.repeat(" ", line.begin).append(line.states).repeat(" ", points() - line.end());
            drawn.append("   task ").append(lines.indexOf(line) + 1).append('\n');
        }
        return drawn.repeat("-", points()).append("|--> points of time").toString();
    }

    /** The cores' one line: {@code -} at least one of them works, {@code X} all are idle. */
    String coresLine() {
        var drawn = new StringBuilder("X".repeat(points()));
        for (Line line : lines)
            for (int i = 0; i < line.states.length(); i++)
                if (line.states.charAt(i) == '-') drawn.setCharAt(line.begin + i, '-');
        return drawn.toString();
    }

    static void requirePositive(String what, int given) {
        if (given < 1)
            throw new IllegalArgumentException(what + " must be at least 1, not " + given);
    }

    /**
     * What one task did, a character for each point in flight: {@code -} it worked, {@code X} it
     * waited, {@code .} it was ready to work and no core was free.
     */
    static final class Line {
        private final Task task;
        private final StringBuilder states = new StringBuilder();
        private int begin;
        private int done; // points of the task
        private int readySince;

        private Line(Task task) {
            this.task = task;
        }

        private Line begin(int point) {
            begin = readySince = point;
            return this;
        }

        private boolean needsCore() {
            return task.line().charAt(done) == '-';
        }

        private void add(char state, int point) {
            states.append(state);
            if (state != '.') done++;
            if (state == 'X') readySince = point + 1;
        }

        private boolean ended() {
            return done == task.line().length();
        }

        int end() {
            return begin + states.length();
        }
    }
}
