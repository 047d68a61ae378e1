package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.util.concurrent.Monitor;
import com.google.common.util.concurrent.Striped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/** The parts of Guava that are about threads are woven, too, so that a cure by them is explored. */
@SuppressWarnings("LockNotBeforeTry") // as short as can be
class GuavaTest {
    static class Config {
        int port = 8080;
    }

    @Test
    void memoize_makes_one_under_every_schedule() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var made = new AtomicInteger();
                            Supplier<Config> config =
                                    Suppliers.memoize(
                                            () -> {
                                                made.incrementAndGet();
                                                return new Config();
                                            });
                            var sum = new AtomicInteger();
                            return Scenario.of(
                                            () -> sum.addAndGet(config.get().port),
                                            () -> sum.addAndGet(config.get().port))
                                    .outcome(() -> "made " + made + ", sum " + sum);
                        });
        assertThat(outcomes.counts()).containsOnlyKeys("made 1, sum 16160");
    }

    static class Box {
        private final Monitor monitor = new Monitor();
        private final Monitor.Guard full = monitor.newGuard(() -> item() != null);
        private final Monitor.Guard empty = monitor.newGuard(() -> item() == null);
        private String item;

        private String item() {
            return item;
        }

        void put(String newItem) throws InterruptedException {
            monitor.enterWhen(empty);
            try {
                item = newItem;
            } finally {
                monitor.leave();
            }
        }

        String take() throws InterruptedException {
            monitor.enterWhen(full);
            try {
                String taken = item;
                item = null;
                return taken;
            } finally {
                monitor.leave();
            }
        }
    }

    @Test
    void a_buffer_with_a_Monitor_is_right_under_every_schedule() {
        var verdict =
                Explorer.check(
                        () -> {
                            var box = new Box();
                            return Scenario.of(() -> box.put("a"), box::take);
                        });
        assertThat(verdict.failure()).isEmpty();
    }

    @Test
    void the_locks_of_Striped_exclude_each_other() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            Striped<Lock> locks = Striped.lock(2);
                            int[] sum = {0};
                            Body add =
                                    () -> {
                                        Lock lock = locks.get("key");
                                        lock.lock();
                                        sum[0]++;
                                        lock.unlock();
                                    };
                            return Scenario.of(add, add).outcome(() -> sum[0]);
                        });
        assertThat(outcomes.counts()).isEqualTo(Map.of("2", 12L));
    }
}
