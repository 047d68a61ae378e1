package concurrency.threading.turns;

import static concurrency.threading.turns.Errands.Leg.GET_B;
import static concurrency.threading.turns.Errands.Leg.GET_D;
import static concurrency.threading.turns.Errands.Leg.GIVE_B;
import static concurrency.threading.turns.Errands.Leg.GIVE_D;
import static concurrency.threading.turns.Errands.Leg.GROCERIES;
import static concurrency.threading.turns.Errands.Leg.KEYS;
import static concurrency.threading.turns.Errands.Leg.RIDE_B;
import static concurrency.threading.turns.Errands.Leg.RIDE_D;

import concurrency.threading.turns.Errands.Event;
import concurrency.threading.turns.Errands.Rider;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Taking turns saves nothing where nobody waits; a second rider saves time, since two work at once.
 *
 * <p>Predict: one errand after another takes the courier 19 time units. Now he gives his girlfriend
 * the keys before he hands over order B, and buys the groceries before he picks up order D. When is
 * he done? And when, if a partner takes order B?
 *
 * <p>Why: taking turns is concurrency. She has her keys sooner, but he is done no sooner: he never
 * waited, so there was no waiting to use. The partner is parallelism: two share the work of one. On
 * threads, each ride lasts until the other has begun. One thread would wait there for ever, since
 * it begins the second ride only after the first. Two get past it even on one core, in turns: so it
 * proves that both were under way together, and only the model shows that both worked at the same
 * moment.
 *
 * <p>Cost: a partner, and the places where the two have to meet. (The model is {@link Errands}.)
 *
 * <p>Next: {@link SlicingAddsNoSpeed}
 */
public final class CourierAndPartner {
    static final Rider ONE_AFTER_ANOTHER =
            new Rider("courier", GET_B, RIDE_B, GIVE_B, KEYS, GET_D, RIDE_D, GIVE_D, GROCERIES);
    static final Rider TAKING_TURNS =
            new Rider("courier", GET_B, RIDE_B, KEYS, GIVE_B, GROCERIES, GET_D, RIDE_D, GIVE_D);

    static final Rider WITHOUT_ORDER_B =
            new Rider("courier", KEYS, GROCERIES, GET_D, RIDE_D, GIVE_D);
    static final Rider PARTNER = new Rider("partner", GET_B, RIDE_B, GIVE_B);

    /** The two rides as tasks; with fewer than two threads they never end. */
    static List<Future<String>> rides(ExecutorService threads) {
        var onTheRoad = new CountDownLatch(2);
        return List.of(
                threads.submit(() -> ride("courier", onTheRoad)),
                threads.submit(() -> ride("partner", onTheRoad)));
    }

    private static String ride(String who, CountDownLatch onTheRoad) throws InterruptedException {
        onTheRoad.countDown();
        onTheRoad.await(); // until both are on the road
        return who;
    }

    private static void print(String how, Rider... riders) {
        List<Event> events = Errands.ride(riders);
        IO.println(how + ", " + Errands.units(events) + " time units:");
        IO.println(Errands.drawing(events) + "\n");
    }

    void main() throws Exception {
        IO.println("b order B, d order D, k keys, g groceries; a capital is a unit of riding\n");
        print("one after another", ONE_AFTER_ANOTHER);
        print("taking turns", TAKING_TURNS);
        print("with a partner", WITHOUT_ORDER_B, PARTNER);
        int both = Errands.bothAtWork(Errands.ride(WITHOUT_ORDER_B, PARTNER));
        IO.println("time units in which both are at work: " + both);
        try (var threads = Executors.newFixedThreadPool(2)) { // since Java 19 close ends a pool
            for (Future<String> ride : rides(threads))
                IO.println("on the road together, on a thread each: " + ride.get());
        }
    }
}
