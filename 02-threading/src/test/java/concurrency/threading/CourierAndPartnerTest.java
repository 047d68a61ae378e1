package concurrency.threading;

import static concurrency.threading.CourierAndPartner.ONE_AFTER_ANOTHER;
import static concurrency.threading.CourierAndPartner.PARTNER;
import static concurrency.threading.CourierAndPartner.TAKING_TURNS;
import static concurrency.threading.CourierAndPartner.WITHOUT_ORDER_B;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.threading.Errands.Event;
import concurrency.threading.Errands.Leg;
import java.util.ArrayList;
import java.util.List;
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
    void alone_he_needs_19_points_in_turns_as_one_after_another_since_he_never_waited() {
        assertThat(Errands.drawing(oneAfterAnother)).isEqualTo("bbBBBBBbkddDDDDdggg|  courier");
        assertThat(Errands.drawing(takingTurns)).isEqualTo("bbBBBBBkbgggddDDDDd|  courier");
        assertThat(Errands.points(oneAfterAnother)).isEqualTo(19);
        assertThat(Errands.points(takingTurns)).isEqualTo(19);
    }

    @Test
    void alone_he_never_does_two_legs_at_once() {
        for (int i = 1; i < takingTurns.size(); i++) {
            Event before = takingTurns.get(i - 1);
            Event after = takingTurns.get(i);
            assertThat(after.start()).as("%s after %s", after, before).isEqualTo(before.end());
        }
        assertThat(Errands.ridingTogether(takingTurns)).isEmpty();
    }

    @Test
    void in_turns_the_keys_come_inside_order_B_and_the_groceries_before_order_D() {
        assertThat(takingTurns)
                .extracting(Event::leg)
                .containsSubsequence(Leg.RIDE_B, Leg.KEYS, Leg.GIVE_B)
                .containsSubsequence(Leg.GROCERIES, Leg.GET_D);
    }

    @Test
    void with_a_partner_11_points_are_enough_and_in_one_column_both_ride() {
        assertThat(Errands.drawing(withPartner))
                .isEqualTo(
                        """
                        kgggddDDDDd|  courier
                        bbBBBBBb   |  partner\
                        """);
        assertThat(Errands.points(withPartner)).isEqualTo(11);
        assertThat(Errands.ridingTogether(withPartner)).containsExactly(6);
    }

    @Test
    void two_threads_are_on_the_road_together_since_each_has_met_the_other() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<String> met = new ArrayList<>();
            try {
                for (Future<String> ride : CourierAndPartner.meet(threads))
                    met.add(Patience.get("the ride has ended", ride));
            } finally {
                threads.shutdownNow();
            }
            assertThat(met).containsExactly("courier met partner", "partner met courier");
        }
    }

    @Test
    void one_thread_waits_on_the_road_for_a_ride_that_it_cannot_begin() {
        var thread = new ArrayList<Thread>();
        ExecutorService one =
                Executors.newFixedThreadPool(
                        1,
                        task -> {
                            thread.add(Thread.ofPlatform().unstarted(task));
                            return thread.getLast();
                        });
        try (one) {
            List<Runnable> neverBegun;
            List<Future<String>> rides = CourierAndPartner.meet(one);
            try {
                Patience.until(
                        "the first ride has ended or waits on the road",
                        () -> rides.getFirst().isDone() || waitsOnTheRoad(thread.getFirst()));
                assertThat(rides)
                        .as("rides on one thread, none of which may end before the other begins")
                        .noneMatch(Future::isDone);
            } finally {
                neverBegun = one.shutdownNow();
            }
            assertThat(neverBegun).as("rides that one thread never began").hasSize(1);
        }
    }

    private static boolean waitsOnTheRoad(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("exchange"));
    }
}
