package concurrency.sequential;

import java.util.ArrayList;
import java.util.List;

/**
 * A courier runs his errands one after the other: the total is the sum of the legs.
 *
 * <p>Predict: he has to deliver an order to B, give his girlfriend the keys, deliver an order to D
 * and buy groceries, and he starts the next errand only when the one before is done. She lives on
 * the way to B. When does she get her keys?
 *
 * <p>Why: a sequence has one order, and each leg starts exactly when the leg before has ended. A
 * short errand behind a long one waits for all of it.
 *
 * <p>Cures: take turns between the errands, or share them with a partner (CourierAndPartner in
 * 02-threading); let each errand say where another may go on (03-async).
 *
 * <p>Next: {@link BlockingBot}
 */
final class CourierRound {
    /** A part of an errand that is done in one go, and how many time units it takes. */
    record Leg(String name, int units) {}

    record Errand(String name, List<Leg> legs) {}

    /** A leg as it was done, from the start of unit {@code start} to the start of {@code end}. */
    record Event(int start, int end, String errand, String leg) {}

    static final List<Errand> ERRANDS =
            List.of(
                    new Errand(
                            "order B",
                            List.of(
                                    new Leg("pick up at the pizzeria", 2),
                                    new Leg("ride to B", 5),
                                    new Leg("hand over", 1))),
                    new Errand("keys", List.of(new Leg("give her the keys", 1))),
                    new Errand(
                            "order D",
                            List.of(
                                    new Leg("pick up at the burger place", 2),
                                    new Leg("ride to D", 4),
                                    new Leg("hand over", 1))),
                    new Errand("groceries", List.of(new Leg("buy groceries", 3))));

    /** Runs the errands in the order of the list and tells what was done when. */
    static List<Event> ride(List<Errand> errands) {
        List<Event> events = new ArrayList<>();
        int now = 0;
        for (Errand errand : errands) {
            for (Leg leg : errand.legs) {
                events.add(new Event(now, now += leg.units, errand.name, leg.name));
            }
        }
        return events;
    }

    /** A line for each leg: its time units as {@code =}, below those of the legs before it. */
    static String drawing(List<Event> events) {
        var drawing = new StringBuilder();
        for (Event e : events) {
            String bar = " ".repeat(e.start) + "=".repeat(e.end - e.start);
            drawing.append("%-10s %-20s %s\n".formatted(e.errand, bar, e.leg));
        }
        return drawing + "%-10s 0         10           time units".formatted("");
    }

    void main() {
        List<Event> events = ride(ERRANDS);
        IO.println(drawing(events));
        IO.println("\n" + events.getLast().end + " time units, and never two legs in one of them");
    }
}
