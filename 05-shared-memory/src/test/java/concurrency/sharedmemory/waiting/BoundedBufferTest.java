package concurrency.sharedmemory.waiting;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.waiting.BoundedBuffer.twoItems;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import concurrency.sharedmemory.waiting.BoundedBuffer.Buffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundedBufferTest {
    /** All the ways there are, with the number of schedules, and how many of them go wrong how. */
    @SuppressWarnings("ImmutableEnumChecker") // a set-up is a lambda
    enum Way {
        IF_NOTIFY(() -> twoItems(new EightBuffers.IfNotify()), 30, 8, "null taken"),
        IF_NOTIFY_ALL(() -> twoItems(new BoundedBuffer.BrokenIf()), 40, 12, "null taken"),
        IF_SIGNAL(() -> twoItems(new EightBuffers.IfTwoConditions()), 28, 4, "null taken"),
        IF_SIGNAL_ALL(() -> twoItems(new EightBuffers.IfTwoConditionsAll()), 40, 12, "null taken"),
        WHILE_NOTIFY(() -> twoItems(new BoundedBuffer.BrokenNotify()), 30, 2, "deadlock"),
        WHILE_NOTIFY_ALL(() -> twoItems(new BoundedBuffer.NotifyAll()), 40, 0, ""),
        WHILE_SIGNAL(() -> twoItems(new BufferCures.TwoConditions()), 28, 0, ""),
        WHILE_SIGNAL_ALL(() -> twoItems(new EightBuffers.WhileTwoConditionsAll()), 40, 0, "");

        private final Setup scenario;
        private final long schedules;
        private final long wrong;
        private final String mistake;

        Way(Setup scenario, long schedules, long wrong, String mistake) {
            this.scenario = scenario;
            this.schedules = schedules;
            this.wrong = wrong;
            this.mistake = mistake;
        }
    }

    /** With {@code notify} there is one set of waiters, with {@code signal} one for each side. */
    @ParameterizedTest
    @EnumSource
    void of_eight_ways_to_wait_and_wake_three_are_right(Way way) {
        assertThatScenario(way.scenario)
                .hasSchedules(way.schedules)
                .leadsTo("one each", way.schedules - way.wrong)
                .leadsTo(way.mistake, way.wrong);
    }

    @Test
    void when_notify_wakes_the_wrong_one_nobody_is_left_to_notify() {
        var stuck = Explorer.check(() -> twoItems(new BoundedBuffer.BrokenNotify())).failure();

        assertThat(stuck.orElseThrow().wrong().orElseThrow().lines())
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("A waits for "),
                        c -> assertThat(c).startsWith("C waits for "));
    }

    @Test
    void the_cures_are_right_whoever_is_woken_and_however() {
        assertThatScenario(() -> strictly(twoItems(new BoundedBuffer.NotifyAll())))
                .isRightUnderEverySchedule();
        assertThatScenario(() -> strictly(twoItems(new BufferCures.TwoConditions())))
                .isRightUnderEverySchedule();
        assertThatScenario(() -> strictly(twoItems(new BufferCures.Queue())))
                .isRightUnderEverySchedule();
    }

    /** Guava's own class, as it is; it takes so many steps that two threads must do. */
    @Test
    void a_buffer_with_a_Monitor_is_right() {
        assertThatScenario(() -> strictly(fromAToB(new BufferCures.Monitored())))
                .isRightUnderEverySchedule();
    }

    private static Scenario fromAToB(Buffer buffer) {
        var taken = new Notes<Integer>();
        return Scenario.of(
                        () -> {
                            buffer.put(1);
                            buffer.put(2);
                        },
                        () -> {
                            taken.add(buffer.take());
                            taken.add(buffer.take());
                        })
                .check(() -> taken.all().equals(List.of(1, 2)), "not 1, then 2");
    }

    @Test
    void the_cures_are_right_when_two_wait_for_room() {
        assertThatScenario(() -> twoPlaces(new BoundedBuffer.NotifyAll()).noDataRaces())
                .isRightUnderEverySchedule();
        assertThatScenario(() -> twoPlaces(new BufferCures.TwoConditions()).noDataRaces())
                .isRightUnderEverySchedule();
    }

    /** A waits for ever for the item that was overwritten. */
    @Test
    void with_if_a_producer_overwrites_an_item() {
        assertThatScenario(() -> twoPlaces(new BoundedBuffer.BrokenIf())).goesWrongWith("deadlock");
    }

    /** The mirror image: when A has put 1, B puts 2, C puts 3, and A takes all three. */
    private static Scenario twoPlaces(Buffer buffer) {
        var full = new CountDownLatch(1);
        var taken = new Notes<Integer>();
        return Scenario.of(
                        () -> {
                            buffer.put(1);
                            full.countDown();
                            for (int i = 0; i < 3; i++) taken.add(buffer.take());
                        },
                        () -> {
                            full.await();
                            buffer.put(2);
                        },
                        () -> {
                            full.await();
                            buffer.put(3);
                        })
                .outcome(() -> Set.copyOf(taken.all()).size() + " taken")
                .check(() -> Set.copyOf(taken.all()).equals(Set.of(1, 2, 3)), "an item is lost");
    }
}
