package concurrency.threading.turns;

import static concurrency.threading.turns.CourierAndPartner.ONE_AFTER_ANOTHER;
import static concurrency.threading.turns.CourierAndPartner.PARTNER;
import static concurrency.threading.turns.CourierAndPartner.TAKING_TURNS;
import static concurrency.threading.turns.CourierAndPartner.WITHOUT_ORDER_B;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import concurrency.threading.turns.Errands.Event;
import concurrency.threading.turns.Errands.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourierAndPartnerTest {
    private final List<Event> oneAfterAnother = Errands.ride(ONE_AFTER_ANOTHER);
    private final List<Event> takingTurns = Errands.ride(TAKING_TURNS);
    private final List<Event> withPartner = Errands.ride(WITHOUT_ORDER_B, PARTNER);

    @Test
    void each_way_does_every_leg_once() {
        assertThat(Stream.of(oneAfterAnother, takingTurns, withPartner))
                .allSatisfy(
                        events ->
                                assertThat(events)
                                        .extracting(Event::leg)
                                        .containsExactlyInAnyOrder(Leg.values()));
    }

    @Test
    void taking_turns_he_still_needs_19_units_since_he_never_waited() {
        assertThat(Errands.drawing(oneAfterAnother)).startsWith("bbBBBBBbkddDDDDdggg   courier\n");
        assertThat(Errands.drawing(takingTurns)).startsWith("bbBBBBBkbgggddDDDDd   courier\n");
        assertThat(Errands.units(oneAfterAnother)).isEqualTo(19);
        assertThat(Errands.units(takingTurns)).isEqualTo(19);
    }

    @Test
    void alone_he_never_does_two_legs_at_once() {
        for (int i = 1; i < takingTurns.size(); i++) {
            Event before = takingTurns.get(i - 1);
            Event after = takingTurns.get(i);
            assertThat(after.start()).as("%s after %s", after, before).isEqualTo(before.end());
        }
        assertThat(Errands.bothAtWork(takingTurns)).isZero();
    }

    @Test
    void taking_turns_he_gives_the_keys_before_he_hands_over_order_B() {
        assertThat(takingTurns)
                .extracting(Event::leg)
                .containsSubsequence(Leg.RIDE_B, Leg.KEYS, Leg.GIVE_B)
                .containsSubsequence(Leg.GROCERIES, Leg.GET_D);
    }

    @Test
    void with_a_partner_11_units_are_enough_and_both_ride_at_once() {
        assertThat(Errands.drawing(withPartner))
                .isEqualTo(
                        """
                        kgggddDDDDd           courier
                        bbBBBBBb              partner
                        0         10          time units\
                        """);
        assertThat(Errands.units(withPartner)).isEqualTo(11);
        assertThat(Errands.bothAtWork(withPartner)).isEqualTo(8);
    }

    @Test
    void on_two_threads_both_are_on_the_road_together() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            try {
                List<String> back = new ArrayList<>();
                for (Future<String> ride : CourierAndPartner.rides(threads))
                    back.add(Patience.get("the ride has ended", ride));
                assertThat(back).containsExactly("courier", "partner");
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void on_one_thread_the_first_waits_for_a_ride_that_cannot_begin() {
        List<Thread> started = new CopyOnWriteArrayList<>();
        ExecutorService one =
                Executors.newFixedThreadPool(
                        1,
                        task -> {
                            started.add(new Thread(task, "the only rider"));
                            return started.getLast();
                        });
        try (one) {
            List<Future<String>> rides = CourierAndPartner.rides(one);
            try {
                Patience.until(
                        "the first ride has ended or waits on the road",
                        () -> rides.getFirst().isDone() || isOnTheRoad(started.getFirst()));
                assertThat(rides)
                        .as("rides on one thread, none of which ends before the other begins")
                        .noneMatch(Future::isDone);
            } finally {
                assertThat(one.shutdownNow()).as("rides that never began").hasSize(1);
            }
        }
    }

    private static boolean isOnTheRoad(Thread thread) {
        return thread.getState() == Thread.State.WAITING && TestThread.isIn("ride", thread);
    }
}
