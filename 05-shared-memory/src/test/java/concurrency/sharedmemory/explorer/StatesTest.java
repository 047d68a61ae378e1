package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two states are taken for one only if no thread can tell them apart. */
@SuppressWarnings({
    "BoxedPrimitiveEquality",
    "PrimitiveAtomicReference",
    "ReferenceEquality",
    "ReturnValueIgnored"
})
class StatesTest {
    static final class Shared {
        private static final VarHandle X;

        static {
            try {
                X = MethodHandles.lookup().findVarHandle(Shared.class, "x", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        int x;
        volatile int y;
        Object reference = "null";
    }

    private static void assertCountedAsIfRunOneByOne(Setup setup, Map<String, Long> expected) {
        assertThat(Explorer.outcomesOneByOne(setup).counts()).as("one by one").isEqualTo(expected);
        assertThat(Explorer.outcomes(setup).counts()).as("counted").isEqualTo(expected);
    }

    @Test
    void equal_numbers_are_two_if_they_are_two_objects() {
        assertCountedAsIfRunOneByOne(
                () -> {
                    var number = new AtomicReference<>(Integer.valueOf(1000));
                    var swapped = new Notes<Boolean>();
                    return Scenario.of(
                                    () -> number.set(Integer.valueOf(1000)),
                                    () -> {
                                        Integer seen = number.get();
                                        swapped.add(number.compareAndSet(seen, 7));
                                    })
                            .outcome(() -> "swapped " + swapped.all());
                },
                Map.of("swapped [true]", 2L, "swapped [false]", 1L));
    }

    @Test
    void equal_texts_are_two_if_they_are_two_objects() {
        assertCountedAsIfRunOneByOne(
                () -> {
                    var shared = new Shared();
                    var same = new Notes<Boolean>();
                    String text = new String("text");
                    return Scenario.of(
                                    () -> shared.reference = text,
                                    () -> shared.reference = "text",
                                    () -> same.add(shared.reference == text))
                            .outcome(() -> "same " + same.all());
                },
                Map.of("same [true]", 2L, "same [false]", 4L));
    }

    @Test
    void null_is_not_the_text_null() {
        assertCountedAsIfRunOneByOne(
                () -> {
                    var shared = new Shared();
                    var isNull = new Notes<Boolean>();
                    return Scenario.of(
                                    () -> shared.reference = null,
                                    () -> shared.reference = "null",
                                    () -> isNull.add(shared.reference == null))
                            .outcome(() -> "null " + isNull.all());
                },
                Map.of("null [true]", 2L, "null [false]", 4L));
    }

    /** The late write of A arrives only afterwards. */
    @Test
    void a_swap_by_a_VarHandle_is_seen_while_a_write_to_the_field_is_under_way() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    var seen = new Notes<Integer>();
                    return Scenario.of(
                                    () -> {
                                        shared.x = 1;
                                        shared.y = 1;
                                    },
                                    () -> {
                                        if (Shared.X.compareAndSet(shared, 0, 5))
                                            seen.add(shared.x);
                                    })
                            .lateWrites()
                            .outcome(() -> "seen " + seen.all());
                };

        assertThat(Explorer.replay(setup, "ABBaA").outcome()).isEqualTo("seen [5]");
        assertThat(Explorer.outcomes(setup).counts())
                .containsOnlyKeys("seen [5]", "seen [1]", "seen []")
                .isEqualTo(Explorer.outcomesOneByOne(setup).counts());
    }

    @Test
    void an_empty_queue_orders_nothing() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    var queue = new ConcurrentLinkedQueue<>(List.of(1));
                    return Scenario.of(
                                    () -> {
                                        shared.x = 1;
                                        queue.clear();
                                    },
                                    () -> {
                                        if (queue.poll() == null) shared.x = 2;
                                    })
                            .noDataRaces();
                };

        assertThat(Explorer.check(setup).toString()).contains("data race on x");
    }

    @Test
    void a_size_orders_nothing() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    var map = new ConcurrentHashMap<String, String>();
                    return Scenario.of(
                                    () -> {
                                        shared.x = 1;
                                        map.put("key", "value");
                                    },
                                    () -> {
                                        if (map.size() == 1) shared.x = 2;
                                    })
                            .noDataRaces();
                };

        assertThat(Explorer.check(setup).toString()).contains("data race on x");
    }

    @Test
    void a_try_in_vain_orders_nothing() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    var permit = new Semaphore(1);
                    return Scenario.of(
                                    () -> {
                                        shared.x = 1;
                                        permit.acquire();
                                    },
                                    () -> {
                                        if (!permit.tryAcquire()) shared.x = 2;
                                    })
                            .noDataRaces();
                };

        assertThat(Explorer.check(setup).toString()).contains("data race on x");
    }
}
