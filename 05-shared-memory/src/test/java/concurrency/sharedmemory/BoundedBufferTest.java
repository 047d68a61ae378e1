package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import concurrency.sharedmemory.BoundedBuffer.Buffer;
import concurrency.sharedmemory.BoundedBuffer.OneItem;
import concurrency.sharedmemory.Spelling.Wait;
import concurrency.sharedmemory.Spelling.Wake;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedBufferTest {
    private static final Spelling ONE_CONDITION_ALL = new Spelling(Wait.WHILE, Wake.ALL, 1);
    private static final Spelling TWO_CONDITIONS_ONE = new Spelling(Wait.WHILE, Wake.ONE, 2);
    private static final Spelling TWO_CONDITIONS_ALL = new Spelling(Wait.WHILE, Wake.ALL, 2);

    private final List<Call<?>> calls = new ArrayList<>();

    /** What has happened on real threads so far; the schedule to show when something is wrong. */
    private final List<String> story = new ArrayList<>();

    @Test
    void with_if_a_consumer_takes_from_the_empty_buffer() {
        assertThat(counts(new Spelling(Wait.IF, Wake.ONE, 1)))
                .isEqualTo(Map.of("right", 22L, "underflow", 8L));
        assertThat(counts(new Spelling(Wait.IF, Wake.ONE, 2)))
                .isEqualTo(Map.of("right", 24L, "underflow", 4L));
        assertThat(counts(new Spelling(Wait.IF, Wake.ALL, 1)))
                .isEqualTo(Map.of("right", 28L, "underflow", 12L));
        assertThat(counts(new Spelling(Wait.IF, Wake.ALL, 2)))
                .isEqualTo(Map.of("right", 28L, "underflow", 12L));
    }

    @Test
    void with_if_a_producer_puts_into_the_full_buffer() {
        assertThat(mirrored(new Spelling(Wait.IF, Wake.ONE, 1)))
                .isEqualTo(Map.of("right", 22L, "overflow", 8L));
        assertThat(mirrored(new Spelling(Wait.IF, Wake.ONE, 2)))
                .isEqualTo(Map.of("right", 24L, "overflow", 4L));
        assertThat(mirrored(new Spelling(Wait.IF, Wake.ALL, 1)))
                .isEqualTo(Map.of("right", 28L, "overflow", 12L));
        assertThat(mirrored(new Spelling(Wait.IF, Wake.ALL, 2)))
                .isEqualTo(Map.of("right", 28L, "overflow", 12L));
    }

    @Test
    void with_one_condition_and_one_signal_all_can_fall_asleep() {
        assertThat(counts(new Spelling(Wait.WHILE, Wake.ONE, 1)))
                .isEqualTo(Map.of("right", 28L, "deadlock", 2L));
        assertThat(Explorer.check(new BoundedBuffer()::broken).failure().orElseThrow().wrong())
                .hasValue("A waits for a signal on lock\nC waits for a signal on lock");
    }

    @Test
    void with_while_and_a_signal_to_all_or_a_condition_for_each_side_all_schedules_are_right() {
        for (Spelling cure : List.of(ONE_CONDITION_ALL, TWO_CONDITIONS_ONE, TWO_CONDITIONS_ALL)) {
            assertThat(Explorer.check(() -> BoundedBuffer.twoItems(cure)).failure())
                    .as("two items, %s", cure)
                    .isEmpty();
            assertThat(Explorer.check(() -> twoPlaces(cure)).failure())
                    .as("two places, %s", cure)
                    .isEmpty();
        }
        assertThat(counts(ONE_CONDITION_ALL)).isEqualTo(Map.of("right", 40L));
        assertThat(counts(TWO_CONDITIONS_ONE)).isEqualTo(Map.of("right", 28L));
        assertThat(counts(TWO_CONDITIONS_ALL)).isEqualTo(Map.of("right", 40L));
    }

    @Test
    void the_table_has_each_of_the_eight_spellings_once() {
        assertThat(Spelling.ALL).hasSize(8).doesNotHaveDuplicates();
    }

    private static Map<String, Long> counts(Spelling spelling) {
        return Explorer.outcomes(() -> BoundedBuffer.twoItems(spelling)).counts();
    }

    private static Map<String, Long> mirrored(Spelling spelling) {
        return Explorer.outcomes(() -> twoPlaces(spelling)).counts();
    }

    /** The mirror image of two items: the buffer holds 1; B puts 2, C puts 3, and A takes two. */
    private static Scenario twoPlaces(Spelling spelling) {
        var buffer = new OneItem(spelling, new SteppedLock("lock"), 1);
        var taken = new int[2];
        BooleanSupplier inOrder = () -> taken[0] == 1 && taken[1] > 1;
        return Scenario.of(
                        () -> {
                            taken[0] = buffer.take();
                            taken[1] = buffer.take();
                        },
                        () -> buffer.put(2),
                        () -> buffer.put(3))
                .outcome(() -> inOrder.getAsBoolean() ? "right" : "taken " + Arrays.toString(taken))
                .check(inOrder, "an item was lost, or taken twice");
    }

    static List<Named<Buffer>> cures() {
        return List.of(
                Named.of("one condition, signalAll", buffer(ONE_CONDITION_ALL)),
                Named.of("two conditions, signal", buffer(TWO_CONDITIONS_ONE)),
                Named.of("two conditions, signalAll", buffer(TWO_CONDITIONS_ALL)),
                Named.of("synchronized", new BufferSpellings.Synchronized()),
                Named.of("Monitor", new BufferSpellings.Monitored()),
                Named.of("ArrayBlockingQueue", new BufferSpellings.Queue()));
    }

    private static Buffer buffer(Spelling spelling) {
        return new OneItem(spelling, new ReentrantLock(), null);
    }

    @ParameterizedTest
    @MethodSource("cures")
    void on_real_threads_a_taker_waits_for_an_item_and_a_putter_for_room(Buffer buffer)
            throws Exception {
        Call<Integer> early = call("the taker of 1", buffer::take);
        early.mustWait();
        call("the putter of 1", put(buffer, 1)).result();
        assertThat(early.result()).as(story()).isEqualTo(1);

        call("the putter of 2", put(buffer, 2)).result();
        Call<?> late = call("the putter of 3", put(buffer, 3));
        late.mustWait();
        assertThat(call("the taker of 2", buffer::take).result()).as(story()).isEqualTo(2);
        late.result();
        assertThat(call("the taker of 3", buffer::take).result()).as(story()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("cures")
    void on_real_threads_two_takers_woken_for_one_item_do_not_both_take(Buffer buffer)
            throws Exception {
        Call<Integer> b = call("B", buffer::take);
        b.mustWait();
        Call<Integer> c = call("C", buffer::take);
        c.mustWait();
        call("the putter of 1", put(buffer, 1)).result();
        oneEndsAndTheOtherWaits(b, c);
        call("the putter of 2", put(buffer, 2)).result();

        assertThat(List.of(b.result(), c.result())).as(story()).containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @MethodSource("cures")
    void on_real_threads_two_putters_woken_for_one_place_do_not_both_put(Buffer buffer)
            throws Exception {
        call("the putter of 1", put(buffer, 1)).result();
        Call<?> b = call("B", put(buffer, 2));
        b.mustWait();
        Call<?> c = call("C", put(buffer, 3));
        c.mustWait();
        int first = call("the first taker", buffer::take).result();
        oneEndsAndTheOtherWaits(b, c);
        int second = call("the second taker", buffer::take).result();
        int third = call("the third taker", buffer::take).result();

        assertThat(List.of(first, second, third)).as(story()).containsExactlyInAnyOrder(1, 2, 3);
    }

    private void oneEndsAndTheOtherWaits(Call<?> b, Call<?> c) {
        until("B or C has ended", () -> b.hasEnded() || c.hasEnded());
        until(
                "the other waits or has ended, too",
                () -> b.waitsOrHasEnded() && c.waitsOrHasEnded());
    }

    @Test
    void with_synchronized_the_producer_is_woken_although_consumers_wait_at_the_same_object()
            throws Exception {
        var buffer = new BufferSpellings.Synchronized();
        Call<Integer> b = call("B", buffer::take);
        b.mustWait();
        Call<Integer> c = call("C", buffer::take);
        c.mustWait();
        Call<?> a =
                call(
                        "A",
                        () -> {
                            synchronized (buffer) { // so that nobody takes before A waits too
                                buffer.put(1);
                                buffer.put(2);
                            }
                            return null;
                        });

        assertThat(List.of(b.result(), c.result())).as(story()).containsExactlyInAnyOrder(1, 2);
        a.result();
    }

    /** A call on a thread of its own. */
    private final class Call<T> {
        private final String who;
        private final FutureTask<T> task;
        private final Thread thread;

        Call(String who, Callable<T> what) {
            this.who = who;
            task = new FutureTask<>(what);
            thread = Thread.ofPlatform().name(who).start(task);
        }

        boolean hasEnded() {
            return task.isDone();
        }

        boolean waitsOrHasEnded() {
            return thread.getState() == Thread.State.WAITING || hasEnded();
        }

        void mustWait() throws Exception {
            until(who + " waits", () -> waitsOrHasEnded());
            if (hasEnded()) fail("%s\n%s did not wait, it returned %s", story(), who, task.get());
        }

        T result() throws Exception {
            until(who + " has ended", task::isDone);
            if (task.state() == Future.State.FAILED)
                fail(story() + "\nbut " + who + " threw it", task.exceptionNow());
            return task.get();
        }
    }

    private <T> Call<T> call(String who, Callable<T> what) {
        var call = new Call<>(who, what);
        calls.add(call);
        return call;
    }

    private void until(String what, Callable<Boolean> holds) {
        try {
            Patience.until(what, holds);
        } catch (AssertionError e) {
            throw new AssertionError(story() + "\n" + e.getMessage(), e);
        }
        story.add(what);
    }

    private String story() {
        return "so far: " + String.join("; ", story);
    }

    private static Callable<Void> put(Buffer buffer, int item) {
        return () -> {
            buffer.put(item);
            return null;
        };
    }

    @AfterEach
    void end_who_still_waits() {
        for (Call<?> call : calls) call.thread.interrupt();
        for (Call<?> call : calls) until(call.who + " is gone", () -> !call.thread.isAlive());
    }
}
