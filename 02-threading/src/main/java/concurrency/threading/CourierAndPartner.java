package concurrency.threading;

import static concurrency.threading.Errands.Leg.*;

import concurrency.threading.Errands.Event;
import concurrency.threading.Errands.Rider;
import java.util.List;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One rider takes turns between his errands; with a partner two ride at the same moment.
 *
 * <p>Predict: one errand after another takes the courier 19 points of time. Now he gives his
 * girlfriend the keys before he hands over order B, and buys the groceries before he picks up order
 * D. When is he done? And when, if a partner takes order B?
 *
 * <p>Why: taking turns is concurrency. She has her keys before order B is done, but he is done no
 * sooner: he never waited, so there was no waiting to use. The partner is parallelism: at point 6
 * both ride, and two share the work of one.
 *
 * <p>The threads meet on the road, so both rides are in flight together. One thread could never
 * pass that meeting: it does not begin the second ride before the first has ended. But two threads
 * pass it on one core too, by turns; that both rode at the same moment, only the model shows.
 *
 * <p>Cost: a partner, and the places where the two have to meet.
 *
 * <p>Next: {@link Interleavings}
 */
final class CourierAndPartner {
    static final Rider ONE_AFTER_ANOTHER =
            new Rider("courier", GET_B, RIDE_B, GIVE_B, KEYS, GET_D, RIDE_D, GIVE_D, GROCERIES);
    static final Rider TAKING_TURNS =
            new Rider("courier", GET_B, RIDE_B, KEYS, GIVE_B, GROCERIES, GET_D, RIDE_D, GIVE_D);

    static final Rider WITHOUT_ORDER_B =
            new Rider("courier", KEYS, GROCERIES, GET_D, RIDE_D, GIVE_D);
    static final Rider PARTNER = new Rider("partner", GET_B, RIDE_B, GIVE_B);

    /**
     * The two rides as tasks: each is on the road until it has met the other, and says whom it met.
     *
     * @param threads with fewer than two the rides never end
     */
    static List<Future<String>> meet(ExecutorService threads) {
        var road = new Exchanger<String>();
        return List.of(
                threads.submit(() -> "courier met " + road.exchange("courier")),
                threads.submit(() -> "partner met " + road.exchange("partner")));
    }

    private static void print(String how, Rider... riders) {
        List<Event> events = Errands.ride(riders);
        IO.println(how + ", " + Errands.points(events) + " points:");
        IO.println(Errands.drawing(events) + "\n");
    }

    void main() throws Exception {
        IO.println("b order B, d order D, k keys, g groceries; a capital is a point of riding\n");
        print("one after another", ONE_AFTER_ANOTHER);
        print("taking turns", TAKING_TURNS);
        print("with a partner", WITHOUT_ORDER_B, PARTNER);
        List<Integer> both = Errands.ridingTogether(Errands.ride(WITHOUT_ORDER_B, PARTNER));
        IO.println("points at which both ride (the first is 0): " + both + "\n");
        IO.println("two threads, each on the road until it has met the other:");
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<String> ride : meet(threads)) IO.println(ride.get());
        }
    }
}
