package concurrency.cpuvsio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tasks on cores, one time unit after another: no clock, no thread, the same on every machine.
 *
 * <p>A task is a line, one character for each time unit: {@code -} it works and needs a core,
 * {@code X} it waits for something else and needs none.
 *
 * @param lines what became of each task: blanks until it began; {@code .} where it was ready to
 *     work and no core was free
 */
record ModelRun(List<String> lines) {
    /**
     * Runs the tasks; they begin in their order. A free core goes to the task that has been ready
     * longest, which keeps it until it waits or ends.
     *
     * @param inFlight how many tasks may have begun and not ended
     * @param cores how many tasks may work in the same time unit
     */
    static ModelRun of(List<String> tasks, int inFlight, int cores) {
        List<Running> all = tasks.stream().map(Running::new).toList();
        var queue = new ArrayDeque<>(all);
        List<Running> begun = new ArrayList<>(); // the one that has been ready longest is first
        for (int now = 0; !queue.isEmpty() || !begun.isEmpty(); now++) {
            while (begun.size() < inFlight && !queue.isEmpty())
                begun.add(queue.remove().begin(now));
            int free = cores;
            for (Running each : begun) each.add(each.waits() ? 'X' : free-- > 0 ? '-' : '.');
            begun.removeIf(Running::hasEnded);
            begun.sort(Comparator.comparing(Running::hasJustWaited)); // stable: those are last
        }
        return new ModelRun(all.stream().map(each -> each.line.toString()).toList());
    }

    private static final class Running {
        final String task;
        final StringBuilder line = new StringBuilder();
        int done; // time units of the task

        Running(String task) {
            this.task = task;
        }

        Running begin(int now) {
            line.repeat(" ", now);
            return this;
        }

        boolean waits() {
            return task.charAt(done) == 'X';
        }

        void add(char unit) {
            line.append(unit);
            if (unit != '.') done++;
        }

        boolean hasEnded() {
            return done == task.length();
        }

        boolean hasJustWaited() {
            return line.charAt(line.length() - 1) == 'X';
        }
    }

    /** How long it took until all had ended. */
    int units() {
        return lines.stream().mapToInt(String::length).max().orElseThrow();
    }

    /** The tasks one below the other, with a ruler. */
    String drawing() {
        var drawn = new StringBuilder();
        for (int i = 0; i < lines.size(); i++)
            drawn.append(row(lines.get(i), "task " + (i + 1))).append('\n');
        var ruler = new StringBuilder();
        for (int unit = 0; unit <= units(); unit += 10) ruler.append("%-10s".formatted(unit));
        return drawn + row(ruler.toString().strip(), "time units");
    }

    /** A line of the drawing's width, and its name. */
    String row(String line, String name) {
        return line + " ".repeat(Math.max(0, units() - line.length())) + "   " + name;
    }

    /** The cores' one line: {@code -} at least one of them works, {@code X} all are idle. */
    String coresLine() {
        var drawn = new StringBuilder("X".repeat(units()));
        for (String line : lines)
            for (int unit = 0; unit < line.length(); unit++)
                if (line.charAt(unit) == '-') drawn.setCharAt(unit, '-');
        return drawn.toString();
    }
}
