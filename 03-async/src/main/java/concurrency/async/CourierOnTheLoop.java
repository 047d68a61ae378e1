package concurrency.async;

import static java.util.stream.Collectors.joining;

import concurrency.async.Wait.Sleep;
import concurrency.async.Wait.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * The courier's errands as tasks on an event loop: he turns to another one where a task gives way.
 *
 * <p>Predict: to deliver B and then D is one task, the keys and the groceries are two more. One
 * after the other they take 19 points of time. His girlfriend can be met from point 5 on, the shop
 * opens at point 8. When does she get her keys, and when is he done?
 *
 * <p>Why: he is the one thread, so he does one thing at a time and leaves it only where its task
 * gives way. She waits from 5 to 7, since nothing gives way in the middle of a ride. We chose the
 * places: a yield before he hands over B, a sleep while a kitchen is at work. The loop chose who
 * goes next: whoever is due. Only a sleep saves time: the burgers are made while he is in the shop,
 * so he is done at 17. What he has to do himself can be moved about, but gets no shorter.
 *
 * <p>Next: {@link Coroutine}
 */
final class CourierOnTheLoop {
    private static final int KITCHEN = 2;

    /** What was done from the beginning of point {@code start} to that of {@code end}. */
    record Event(long start, long end, String task, String what, boolean himself) {}

    private final EventLoop loop = new EventLoop();
    private final List<Event> events = new ArrayList<>();

    /** Does all errands and tells what was done when. */
    List<Event> ride() throws InterruptedException {
        loop.spawn(
                new Generator<Wait>()
                        .then(() -> othersDo("orders", "the pizza is made", KITCHEN))
                        .yield(new Sleep(KITCHEN))
                        .then(() -> does("orders", "ride to B", 5))
                        .yield(new Turn())
                        .then(() -> does("orders", "hand over", 1))
                        .then(() -> othersDo("orders", "the burgers are made", KITCHEN))
                        .yield(new Sleep(KITCHEN))
                        .then(() -> does("orders", "ride to D", 4))
                        .then(() -> does("orders", "hand over", 1)));
        loop.spawn(
                new Generator<Wait>()
                        .yield(new Sleep(5))
                        .then(() -> does("keys", "give her the keys", 1)));
        loop.spawn(
                new Generator<Wait>()
                        .yield(new Sleep(8))
                        .then(() -> does("groceries", "buy groceries", 3)));
        loop.run();
        return events;
    }

    private void does(String task, String what, long points) {
        events.add(new Event(loop.now(), loop.now() + points, task, what, true));
        loop.work(points);
    }

    private void othersDo(String task, String what, long points) {
        events.add(new Event(loop.now(), loop.now() + points, task, what, false));
    }

    /** A line for each event: {@code =} the courier is at work, {@code .} a kitchen is. */
    static String drawing(List<Event> events) {
        String axis = " ".repeat(11) + "-".repeat((int) points(events)) + "|--> points of time";
        return events.stream()
                .map(e -> "%-10s %-18s %s\n".formatted(e.task, bar(e), e.what))
                .collect(joining("", "", axis));
    }

    private static String bar(Event e) {
        return " ".repeat((int) e.start) + (e.himself ? "=" : ".").repeat((int) (e.end - e.start));
    }

    static long points(List<Event> events) {
        return events.getLast().end;
    }

    static long worked(List<Event> events) {
        return events.stream().filter(Event::himself).mapToLong(e -> e.end - e.start).sum();
    }

    void main() throws InterruptedException {
        List<Event> events = ride();
        IO.println("= the courier is at work, . a kitchen is\n");
        IO.println(drawing(events));
        IO.println("\n" + points(events) + " points, " + worked(events) + " of them his work");
    }
}
