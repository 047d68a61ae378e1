package concurrency.async.loop;

import concurrency.async.coroutines.StackfulGenerator.OwnStack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The courier's errands as tasks on an event loop: he turns to another where one yields.
 *
 * <p>Predict: delivering B and then D is one task, the keys and the groceries are two more. One
 * after the other they take 19 time units. His girlfriend is there from 5 on, the shop opens at 8.
 * When does she get her keys, and when is he done?
 *
 * <p>Why: he is the one thread, so he does one thing at a time and leaves it only where its task
 * yields. She waits from 5 to 7, since nothing yields in the middle of a ride. We chose the places:
 * a yield before he hands over B, a sleep while a kitchen is at work. The loop, a {@link
 * VirtualClock}, chose who goes next: the one who was due first. Only a sleep saves time: the
 * burgers are made while he is in the shop, so he is done at 17. His own work can be moved, but
 * gets no shorter.
 *
 * <p>Next: {@link GreedyTask}
 */
public final class CourierOnTheLoop {
    /** What was done from {@code start} to {@code end}. */
    record Event(long start, long end, String task, String what, boolean himself) {}

    private final VirtualClock clock = new VirtualClock();
    private final List<Event> events = new ArrayList<>();

    private void orders(Consumer<Long> sleep) {
        kitchen("orders", "the pizza is made", 2);
        sleep.accept(2L);
        does("orders", "ride to B", 5);
        sleep.accept(0L); // whatever is due by now goes first
        does("orders", "hand over", 1);
        kitchen("orders", "the burgers are made", 2);
        sleep.accept(2L);
        does("orders", "ride to D", 4);
        does("orders", "hand over", 1);
    }

    /** Does all errands and says what was done when. */
    List<Event> ride() {
        clock.spawn(new OwnStack<>(this::orders));
        clock.after(5, () -> does("keys", "give her the keys", 1));
        clock.after(8, () -> does("groceries", "buy groceries", 3));
        clock.run();
        return events;
    }

    private void does(String task, String what, long units) {
        events.add(new Event(clock.now(), clock.now() + units, task, what, true));
        clock.work(units);
    }

    private void kitchen(String task, String what, long units) {
        events.add(new Event(clock.now(), clock.now() + units, task, what, false));
    }

    /** A line for each event: {@code =} the courier is at work, {@code .} a kitchen is. */
    static String drawing(List<Event> events) {
        var drawing = new StringBuilder();
        for (Event e : events) {
            String bar = (e.himself ? "=" : ".").repeat((int) (e.end - e.start));
            String line = " ".repeat((int) e.start) + bar;
            drawing.append("%-10s %-18s %s\n".formatted(e.task, line, e.what));
        }
        return drawing + "%-10s %-18s %s".formatted("", "0         10", "time units");
    }

    static long end(List<Event> events) {
        return events.getLast().end;
    }

    static long worked(List<Event> events) {
        return events.stream().filter(Event::himself).mapToLong(e -> e.end - e.start).sum();
    }

    void main() {
        List<Event> events = ride();
        IO.println("= the courier is at work, . a kitchen is\n");
        IO.println(drawing(events));
        IO.println("\n" + end(events) + " time units, " + worked(events) + " of them his work");
    }
}
