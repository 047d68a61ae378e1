package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Suppliers;
import com.google.common.util.concurrent.Uninterruptibles;
import concurrency.sharedmemory.LazyOnce.DoubleChecked;
import concurrency.sharedmemory.LazyOnce.Settings;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LazyOnceTest {
    private static final Set<Thread.State> WAITING =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING);

    @Test
    void check_then_make_makes_two_in_240_of_246_schedules() {
        assertThat(Explorer.outcomes(new LazyOnce()::broken).counts())
                .isEqualTo(Map.of("1 made", 6L, "2 made", 240L));
    }

    @Test
    void double_checked_with_a_plain_field_makes_one_and_hands_it_out_half_made() {
        assertThat(
                        Explorer.outcomes(() -> LazyOnce.bothAsk(LazyOnce.doubleCheckedPlain()))
                                .counts())
                .containsOnlyKeys("1 made", "1 made, one seen half-made");
    }

    @Test
    void double_checked_with_a_volatile_field_makes_one_and_hands_it_out_complete() {
        assertThat(
                        Explorer.check(() -> LazyOnce.bothAsk(LazyOnce.doubleCheckedVolatile()))
                                .failure())
                .isEmpty();
    }

    @Test
    void one_lock_around_check_and_make_makes_one_and_hands_it_out_complete() {
        assertThat(Explorer.check(() -> LazyOnce.bothAsk(LazyOnce.oneLock())).failure()).isEmpty();
    }

    @Test
    void held_in_the_making_check_then_make_is_entered_twice() throws Exception {
        assertThat(madeByTwo(LazyOnceTest::checkThenMake)).isEqualTo(2);
    }

    @Test
    void held_in_the_making_every_cure_keeps_the_second_thread_waiting() throws Exception {
        assertThat(madeByTwo(LazyOnceTest::doubleChecked)).as("double-checked").isEqualTo(1);
        assertThat(madeByTwo(LazyOnceTest::oneLock)).as("one lock").isEqualTo(1);
        assertThat(madeByTwo(maker -> Suppliers.memoize(maker::get))).as("memoize").isEqualTo(1);
    }

    @Test
    void held_in_the_making_the_holder_keeps_the_second_thread_waiting() throws Exception {
        try { // once in a JVM: a class is initialised once
            assertThat(madeByTwo(LazyOnceTest::holder)).isEqualTo(1);
        } finally {
            LazyOnce.Holder.maker = Settings::new;
        }
    }

    private static Supplier<Settings> holder(Supplier<Settings> maker) {
        LazyOnce.Holder.maker = maker;
        return new LazyOnce.Holder();
    }

    private static Supplier<Settings> checkThenMake(Supplier<Settings> maker) {
        return new LazyOnce.BrokenCheckThenMake(new Volatile<>("once", null), maker);
    }

    private static Supplier<Settings> doubleChecked(Supplier<Settings> maker) {
        return new DoubleChecked(new Volatile<>("once", null), new ReentrantLock(), maker);
    }

    private static Supplier<Settings> oneLock(Supplier<Settings> maker) {
        return new LazyOnce.OneLock(new ReentrantLock(), checkThenMake(maker));
    }

    /**
     * Two threads ask, the second while the first is held in the making; it goes on when the second
     * has met it there, or waits for it. How many were made?
     */
    private static int madeByTwo(Function<Supplier<Settings>, Supplier<Settings>> variant)
            throws Exception {
        var made = new AtomicInteger();
        var gate = new CountDownLatch(1);
        Supplier<Settings> settings =
                variant.apply(
                        () -> {
                            made.incrementAndGet();
                            Uninterruptibles.awaitUninterruptibly(gate);
                            return new Settings();
                        });
        var first = new FutureTask<>(settings::get);
        var second = new FutureTask<>(settings::get);
        Thread.ofPlatform().name("first").start(first);
        try {
            Patience.until("the first is held", () -> made.get() == 1);
            Thread thread = Thread.ofPlatform().name("second").start(second);
            Patience.until("they have met, or one waits", () -> waits(thread) || made.get() == 2);
        } finally {
            gate.countDown();
        }
        Settings one = Patience.get("the first has ended", first);
        Settings two = Patience.get("the second has ended", second);
        if (made.get() == 1) assertThat(one).isSameAs(two);
        return made.get();
    }

    /** In the initialisation of a class a thread that waits is not in a state of its own. */
    private static boolean waits(Thread thread) {
        if (WAITING.contains(thread.getState())) return true;
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().equals(LazyOnce.Holder.class.getName());
    }
}
