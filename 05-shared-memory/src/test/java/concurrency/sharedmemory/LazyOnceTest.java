package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.LazyOnce.DoubleChecked;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LazyOnceTest {
    @Test
    void check_then_make_makes_two_in_240_of_246_schedules() {
        assertThat(Explorer.outcomes(new LazyOnce()::broken).counts())
                .isEqualTo(Map.of("1 made", 6L, "2 made", 240L));
    }

    @Test
    void double_checked_with_a_plain_field_makes_one_and_hands_it_out_half_made() {
        assertThat(Explorer.outcomes(LazyOnce::falseFixDoubleCheckedPlain).counts())
                .containsOnlyKeys("1 made", "1 made, one seen half-made");
    }

    @Test
    void double_checked_with_a_volatile_field_makes_one_and_hands_it_out_complete() {
        assertThat(Explorer.check(LazyOnce::doubleCheckedVolatile).failure()).isEmpty();
    }

    @Test
    void one_lock_around_check_and_make_makes_one_and_hands_it_out_complete() {
        assertThat(Explorer.check(LazyOnce::oneLock).failure()).isEmpty();
    }

    @Test
    void asked_while_the_first_is_being_made_check_then_make_makes_another() throws Exception {
        askWhileMaking(2, LazyOnceTest::checkThenMake);
    }

    @Test
    void asked_while_the_first_is_being_made_every_cure_waits_for_it() throws Exception {
        askWhileMaking(1, LazyOnceTest::doubleChecked);
        askWhileMaking(1, LazyOnceTest::oneLock);
        askWhileMaking(1, LazySpellings::memoized);
    }

    @Test
    void asked_while_the_first_is_being_made_the_holder_waits_for_it() throws Exception {
        try { // once in a JVM: a class is initialised once
            askWhileMaking(1, LazyOnceTest::holder);
        } finally {
            LazySpellings.Holder.maker = Settings::new;
        }
    }

    private static Supplier<Settings> holder(Supplier<Settings> maker) {
        LazySpellings.Holder.maker = maker;
        return new LazySpellings.Holder();
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

    private static void askWhileMaking(
            int expected, Function<Supplier<Settings>, Supplier<Settings>> variant)
            throws Exception {
        var seam = new Seam("is making one");
        var made = new AtomicInteger();
        Supplier<Settings> settings =
                variant.apply(
                        () -> {
                            made.incrementAndGet();
                            seam.run();
                            return new Settings();
                        });
        var got = new Settings[2];
        String story =
                seam.meetOrBlock(
                        () -> got[0] = settings.get(),
                        () -> got[1] = settings.get(),
                        (a, b) -> Seam.waitsFor(a, b) || waitsForHolder(b));

        assertThat(made.get()).as("made\n%s", story).isEqualTo(expected);
        if (expected == 1) assertThat(got[0]).isSameAs(got[1]);
    }

    /** In the initialisation of a class the JVM does not say who waits for whom. */
    private static boolean waitsForHolder(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        String holder = LazySpellings.Holder.class.getName();
        return stack.length > 0 && stack[0].getClassName().equals(holder);
    }
}
