package concurrency.threading;

import concurrency.threading.CashDesk.Event;
import concurrency.threading.CashDesk.Step;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** What happened at the cash desk: every figure and the drawing are made from the events. */
record CashDeskRun(int machines, int cashiers, List<Event> events) {
    /** How long the run took, in points of time. */
    int points() {
        return events.stream().mapToInt(Event::end).max().orElseThrow();
    }

    /** The points at which this cashier worked. */
    int worked(int cashier) {
        return events.stream()
                .filter(event -> event.isWork() && event.cashier() == cashier)
                .mapToInt(event -> event.end() - event.start())
                .sum();
    }

    /** The points that all cashiers worked, together. */
    int worked() {
        return IntStream.rangeClosed(1, cashiers).map(this::worked).sum();
    }

    /** The share of the time that a cashier worked, on average, from 0 to 1. */
    double utilisation() {
        return (double) worked() / (points() * cashiers);
    }

    int cashiersAt(int point) {
        return at(point, true);
    }

    int terminalsAt(int point) {
        return at(point, false);
    }

    private int at(int point, boolean work) {
        return (int)
                events.stream()
                        .filter(e -> e.start() <= point && point < e.end() && e.isWork() == work)
                        .count();
    }

    /** The notes' line of a machine: {@code -} a cashier works at it, {@code X} none does. */
    String line(int machine) {
        var line = new StringBuilder("X".repeat(points()));
        for (Event event : events)
            if (event.isWork() && event.machine() == machine)
                line.replace(event.start(), event.end(), "-".repeat(event.end() - event.start()));
        return line.toString();
    }

    /** A {@code |} wherever a client of this machine is done. */
    private String ticks(int machine) {
        var ticks = new StringBuilder(" ".repeat(points() + 1));
        for (Event event : events)
            if (event.step() == Step.RECEIPT && event.machine() == machine)
                ticks.setCharAt(event.end(), '|');
        return ticks.toString().stripTrailing();
    }

    /** The notes' drawing: the ticks of a machine stand above its line, those of the last below. */
    String drawing() {
        var drawing = new StringJoiner("\n");
        for (int machine = 1; machine <= machines; machine++) {
            if (machine < machines) drawing.add(ticks(machine));
            drawing.add(line(machine) + "|  cash machine " + machine);
        }
        drawing.add(ticks(machines));
        return drawing.add("-".repeat(points()) + "|--> points of time").toString();
    }
}
