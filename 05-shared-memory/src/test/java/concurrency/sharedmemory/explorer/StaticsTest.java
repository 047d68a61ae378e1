package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Each run has its own static variables, made when they are first used. */
@SuppressWarnings({"ImmutableEnumChecker", "LockNotBeforeTry"}) // state in all places
class StaticsTest {
    static int plain;
    static int five = 5;
    static final List<String> LOG = new ArrayList<>();
    static final ReentrantLock LOCK = new ReentrantLock();
    static final AtomicInteger NUMBER = new AtomicInteger(7);

    @Test
    void a_static_field_is_fresh_in_each_run() {
        var outcomes =
                Explorer.outcomes(
                        () -> Scenario.of(() -> plain++, () -> plain++).outcome(() -> plain));
        assertThat(outcomes.counts()).isEqualTo(Map.of("1", 4L, "2", 2L));
    }

    @Test
    void a_static_field_starts_as_its_class_says() {
        var outcomes =
                Explorer.outcomes(
                        () ->
                                Scenario.of(() -> five++, NUMBER::incrementAndGet)
                                        .outcome(() -> five + " " + NUMBER));
        assertThat(outcomes.counts()).isEqualTo(Map.of("6 8", 3L));
    }

    @Test
    void a_static_final_collection_is_fresh_in_each_run() {
        var outcomes =
                Explorer.outcomes(
                        () ->
                                Scenario.of(() -> add("a"), () -> add("b"))
                                        .outcome(() -> String.join("", LOG)));
        assertThat(outcomes.counts()).isEqualTo(Map.of("ab", 1L, "ba", 1L));
    }

    private static void add(String word) {
        LOCK.lock();
        LOG.add(word);
        LOCK.unlock();
    }

    static class Config {
        static final AtomicInteger MADE = new AtomicInteger();
        final int port;

        Config() {
            port = 8080;
            MADE.incrementAndGet();
        }
    }

    static class Holder {
        static final Config CONFIG = new Config();
    }

    @Test
    void a_holder_is_initialized_once_in_each_run_by_whoever_comes_first() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var saw = new AtomicInteger();
                            return Scenario.of(
                                            () -> saw.addAndGet(Holder.CONFIG.port),
                                            () -> saw.addAndGet(Holder.CONFIG.port))
                                    .outcome(() -> saw + " from " + Config.MADE);
                        });
        assertThat(outcomes.counts()).isEqualTo(Map.of("16160 from 1", 2L));
    }

    static class Base {
        static final List<String> ORDER = new ArrayList<>();
        static int base = note("base");

        static int note(String word) {
            ORDER.add(word);
            return ORDER.size();
        }
    }

    static class Derived extends Base {
        static int derived = note("derived");
    }

    @Test
    void a_superclass_is_initialized_first() {
        var outcomes =
                Explorer.outcomes(
                        () ->
                                Scenario.of(() -> Derived.derived++, () -> plain++)
                                        .outcome(() -> Base.ORDER + " " + Derived.derived));
        assertThat(outcomes.counts()).isEqualTo(Map.of("[base, derived] 3", 6L));
    }

    enum Light {
        RED,
        GREEN;

        int seen;
    }

    @Test
    void what_an_enum_keeps_is_fresh_in_each_run() {
        var outcomes =
                Explorer.outcomes(
                        () ->
                                Scenario.of(() -> Light.RED.seen++, () -> Light.RED.seen++)
                                        .outcome(() -> Light.RED.seen + name(Light.GREEN)));
        assertThat(outcomes.counts()).isEqualTo(Map.of("1g", 4L, "2g", 2L));
    }

    private static String name(Light light) {
        return switch (light) {
            case RED -> "r";
            case GREEN -> "g";
        };
    }

    @Test
    void explorations_at_the_same_time_do_not_share_them() throws Exception {
        List<String> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        String counts = countedThrice();
                                        synchronized (all) {
                                            all.add(counts);
                                        }
                                    }));
        for (Thread thread : threads) thread.join();
        assertThat(all).containsOnly("3: 6, 2: 36, 1: 48 of 90 schedules").hasSize(3);
    }

    private static String countedThrice() {
        return Explorer.outcomes(
                        () ->
                                Scenario.of(() -> plain++, () -> plain++, () -> plain++)
                                        .outcome(() -> plain))
                .inOneLine();
    }
}
