package concurrency.threading;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The model of {@link CourierAndPartner}: riders who start together, each doing his legs one after
 * the other. Time goes in points, counted from 0.
 */
final class Errands {
    /** A part of an errand, done in one go: its points of time and its letter, riding a capital. */
    enum Leg {
        GET_B(2, 'b'), // order B, at the pizzeria
        RIDE_B(5, 'B'),
        GIVE_B(1, 'b'),
        KEYS(1, 'k'),
        GET_D(2, 'd'), // order D, at the burger place
        RIDE_D(4, 'D'),
        GIVE_D(1, 'd'),
        GROCERIES(3, 'g');

        final int points;
        final char letter;

        Leg(int points, char letter) {
            this.points = points;
            this.letter = letter;
        }
    }

    record Rider(String name, List<Leg> legs) {
        Rider(String name, Leg... legs) {
            this(name, List.of(legs));
        }
    }

    /** A leg as it was done: from the beginning of point {@code start} to that of {@code end}. */
    record Event(int start, int end, String rider, Leg leg) {
        boolean isRideAt(int point) {
            return Character.isUpperCase(leg.letter) && start <= point && point < end;
        }
    }

    static List<Event> ride(Rider... riders) {
        List<Event> events = new ArrayList<>();
        for (Rider rider : riders) {
            int now = 0;
            for (Leg leg : rider.legs)
                events.add(new Event(now, now += leg.points, rider.name, leg));
        }
        return List.copyOf(events);
    }

    /** When the last leg has ended. */
    static int points(List<Event> events) {
        return events.stream().mapToInt(Event::end).max().orElseThrow();
    }

    /** The points at which two riders or more are riding. */
    static List<Integer> ridingTogether(List<Event> events) {
        return IntStream.range(0, points(events))
                .filter(point -> events.stream().filter(e -> e.isRideAt(point)).count() > 1)
                .boxed()
                .toList();
    }

    /** A line for each rider, a letter for each point. */
    static String drawing(List<Event> events) {
        int points = points(events);
        var lines = new LinkedHashMap<String, StringBuilder>();
        for (Event e : events)
            lines.computeIfAbsent(e.rider, _ -> new StringBuilder(" ".repeat(points)))
                    .replace(e.start, e.end, Character.toString(e.leg.letter).repeat(e.leg.points));
        return lines.entrySet().stream()
                .map(line -> line.getValue() + "|  " + line.getKey())
                .collect(joining("\n"));
    }
}
