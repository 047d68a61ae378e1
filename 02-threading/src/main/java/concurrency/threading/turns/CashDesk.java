package concurrency.threading.turns;

import java.util.List;
import java.util.StringJoiner;

/**
 * What happened at the tills of {@link TwoCashMachines} and {@link TwoCashiers}: every figure and
 * the drawing are made from the events. Time is counted in units, from 0.
 */
record CashDesk(int tills, List<Event> events) {
    enum Step {
        SCAN,
        TERMINAL,
        RECEIPT
    }

    /** A step at a till, from the beginning of unit {@code start} to that of unit {@code end}. */
    record Event(Step step, int till, int start, int end) {
        /** Whether a cashier is needed: a terminal works alone. */
        boolean isWork() {
            return step != Step.TERMINAL;
        }

        boolean isAt(int unit) {
            return start <= unit && unit < end;
        }
    }

    /** How long it took, in time units. */
    int units() {
        return events.stream().mapToInt(Event::end).max().orElse(0);
    }

    /** The cashiers' work, in time units. */
    int worked() {
        return events.stream().filter(Event::isWork).mapToInt(e -> e.end - e.start).sum();
    }

    /** How many cashiers are at work in this unit. */
    long cashiersAt(int unit) {
        return events.stream().filter(e -> e.isWork() && e.isAt(unit)).count();
    }

    /** How many terminals are at work in this unit. */
    long terminalsAt(int unit) {
        return events.stream().filter(e -> !e.isWork() && e.isAt(unit)).count();
    }

    /** The notes' line of a till: {@code -} a cashier works at it, {@code X} none does. */
    String line(int till) {
        var line = new StringBuilder("X".repeat(units()));
        for (Event e : events)
            if (e.isWork() && e.till == till)
                line.replace(e.start, e.end, "-".repeat(e.end - e.start));
        return line.toString();
    }

    /** A {@code |} wherever a customer of this till is done. */
    private String ticks(int till) {
        var ticks = new StringBuilder(" ".repeat(units() + 1));
        for (Event e : events)
            if (e.step == Step.RECEIPT && e.till == till) ticks.setCharAt(e.end, '|');
        return ticks.toString().stripTrailing();
    }

    /** The notes' drawing: the ticks of a till stand above its line, those of the last below. */
    String drawing() {
        var drawing = new StringJoiner("\n");
        for (int till = 1; till <= tills; till++) {
            if (till < tills) drawing.add(ticks(till));
            drawing.add(line(till) + "|  cash machine " + till);
        }
        drawing.add(ticks(tills));
        return drawing.add("-".repeat(units()) + "|--> time").toString();
    }
}
