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
        private static final VarHandle REFERENCE;

        static {
            try {
                var lookup = MethodHandles.lookup();
                X = lookup.findVarHandle(Shared.class, "x", int.class);
                REFERENCE = lookup.findVarHandle(Shared.class, "reference", Object.class);
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
                () -> writtenAndLookedAt(new String("text"), "text"),
                Map.of("the first [true]", 2L, "the first [false]", 4L));
    }

    @Test
    void null_is_not_the_text_null() {
        assertCountedAsIfRunOneByOne(
                () -> writtenAndLookedAt(null, "null"),
                Map.of("the first [true]", 2L, "the first [false]", 4L));
    }

    /** A writes the first and B the second; C checks whether it finds the first. */
    private static Scenario writtenAndLookedAt(Object first, Object second) {
        var shared = new Shared();
        var found = new Notes<Boolean>();
        return Scenario.of(
                        () -> shared.reference = first,
                        () -> shared.reference = second,
                        () -> found.add(shared.reference == first))
                .outcome(() -> "the first " + found.all());
    }

    /** B goes round until A has put another object there, if only an equal one. */
    @Test
    void a_loop_goes_on_after_a_swap_to_an_equal_object() {
        assertThat(Explorer.check(StatesTest::waitsForAnother).failure()).isEmpty();
        assertThat(Explorer.check(StatesTest::waitsForAnotherInAField).failure()).isEmpty();
    }

    private static Scenario waitsForAnother() {
        var number = new AtomicReference<>(Integer.valueOf(1000));
        Integer first = number.get();
        return Scenario.of(
                () -> number.set(Integer.valueOf(1000)),
                () -> {
                    while (number.get() == first) Thread.onSpinWait();
                });
    }

    private static Scenario waitsForAnotherInAField() {
        var shared = new Shared();
        Object first = shared.reference;
        return Scenario.of(
                () -> Shared.REFERENCE.setVolatile(shared, new String("null")),
                () -> {
                    while (Shared.REFERENCE.getVolatile(shared) == first) Thread.onSpinWait();
                });
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
