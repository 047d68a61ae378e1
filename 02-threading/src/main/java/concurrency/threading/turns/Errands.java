package concurrency.threading.turns;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The model of {@link CourierAndPartner}: riders who start together, each doing his legs one after
 * the other. Time is counted in units, from 0.
 */
final class Errands {
    /** A part of an errand, done in one go: its time units and its letter, a capital for riding. */
    enum Leg {
        GET_B(2, 'b'), // order B, at the pizzeria
        RIDE_B(5, 'B'),
        GIVE_B(1, 'b'),
        KEYS(1, 'k'),
        GET_D(2, 'd'), // order D, at the burger place
        RIDE_D(4, 'D'),
        GIVE_D(1, 'd'),
        GROCERIES(3, 'g');

        final int units;
        final char letter;

        Leg(int units, char letter) {
            this.units = units;
            this.letter = letter;
        }
    }

    record Rider(String name, List<Leg> legs) {
        Rider(String name, Leg... legs) {
            this(name, List.of(legs));
        }
    }

    /** A leg as it was done: from the beginning of unit {@code start} to that of {@code end}. */
    record Event(int start, int end, String rider, Leg leg) {
        boolean isAt(int unit) {
            return start <= unit && unit < end;
        }
    }

    static List<Event> ride(Rider... riders) {
        List<Event> events = new ArrayList<>();
        for (Rider rider : riders) {
            int now = 0;
            for (Leg leg : rider.legs)
                events.add(new Event(now, now += leg.units, rider.name, leg));
        }
        return List.copyOf(events);
    }

    /** When the last leg has ended. */
    static int units(List<Event> events) {
        return events.stream().mapToInt(Event::end).max().orElseThrow();
    }

    /** In how many time units two riders are at work. */
    static int bothAtWork(List<Event> events) {
        return (int)
                IntStream.range(0, units(events))
                        .filter(unit -> events.stream().filter(e -> e.isAt(unit)).count() == 2)
                        .count();
    }

    /** A line for each rider, a letter for each time unit, and an axis below. */
    static String drawing(List<Event> events) {
        var lines = new LinkedHashMap<String, StringBuilder>();
        for (Event e : events)
            lines.computeIfAbsent(e.rider, _ -> new StringBuilder(" ".repeat(20)))
                    .replace(e.start, e.end, Character.toString(e.leg.letter).repeat(e.leg.units));
        lines.put("time units", new StringBuilder("0         10        "));
        return lines.entrySet().stream()
                .map(line -> line.getValue() + "  " + line.getKey())
                .collect(joining("\n"));
    }
}
