package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Two accesses that nothing orders are reported, whatever they lead to; those that are ordered are
 * not.
 */
@SuppressWarnings({"NonAtomicVolatileUpdate", "ReturnValueIgnored"}) // the calls alone matter
class DataRacesTest {
    /** What one thread writes and the other reads, with what may order the two. */
    static class Letter {
        int text;
        volatile boolean written;
        final AtomicBoolean posted = new AtomicBoolean();
        final CountDownLatch delivered = new CountDownLatch(1);
        final Semaphore stamps = new Semaphore(0);
        final Semaphore permits = new Semaphore(2);
        final BlockingQueue<String> box = new ArrayBlockingQueue<>(1);

        synchronized void write() {
            text = 1;
        }

        synchronized int read() {
            return text;
        }

        int readUnguarded() {
            return text;
        }
    }

    /** What a thread does with this. */
    interface Act<T> extends Serializable {
        void on(T shared) throws Exception;
    }

    /** Two threads and one letter. */
    private static Setup letter(Act<Letter> a, Act<Letter> b) {
        return () -> two(new Letter(), a, b);
    }

    private static <T> Scenario two(T shared, Act<T> a, Act<T> b) {
        return Scenario.of(() -> a.on(shared), () -> b.on(shared)).noDataRaces();
    }

    @Test
    void two_equal_writes_race_though_every_schedule_ends_alike() {
        Setup setup = letter(l -> l.text = 1, l -> l.text = 1);

        assertThat(Explorer.outcomes(setup).counts()).containsOnlyKeys("data race on text");
        assertThat(Explorer.check(setup).toString())
                .containsPattern(
                        "write at DataRacesTest.java:\\d+ and write at DataRacesTest.java:\\d+:"
                                + " nothing orders the two");
    }

    @Test
    void one_synchronized_method_orders_nothing_if_the_other_is_not() {
        assertThat(races(letter(Letter::write, Letter::readUnguarded)))
                .isEqualTo("data race on text");
    }

    @Test
    void a_monitor_orders_the_two() {
        assertThat(races(letter(Letter::write, Letter::read))).isEqualTo("none");
    }

    @Test
    void a_volatile_field_orders_the_two() {
        Act<Letter> write =
                letter -> {
                    letter.text = 1;
                    letter.written = true;
                };
        Act<Letter> read =
                letter -> {
                    if (letter.written) letter.readUnguarded();
                };
        assertThat(races(letter(write, read))).isEqualTo("none");
    }

    @Test
    void an_atomic_variable_orders_the_two() {
        Act<Letter> write =
                letter -> {
                    letter.text = 1;
                    letter.posted.set(true);
                };
        Act<Letter> read =
                letter -> {
                    if (letter.posted.get()) letter.readUnguarded();
                };
        assertThat(races(letter(write, read))).isEqualTo("none");
    }

    @Test
    void a_latch_orders_the_two() {
        Act<Letter> write =
                letter -> {
                    letter.text = 1;
                    letter.delivered.countDown();
                };
        Act<Letter> read =
                letter -> {
                    letter.delivered.await();
                    letter.readUnguarded();
                };
        assertThat(races(letter(write, read))).isEqualTo("none");
    }

    @Test
    void a_semaphore_orders_the_two() {
        Act<Letter> write =
                letter -> {
                    letter.text = 1;
                    letter.stamps.release();
                };
        Act<Letter> read =
                letter -> {
                    letter.stamps.acquire();
                    letter.readUnguarded();
                };
        assertThat(races(letter(write, read))).isEqualTo("none");
    }

    @Test
    void a_queue_orders_the_two() {
        Act<Letter> write =
                letter -> {
                    letter.text = 1;
                    letter.box.put("letter");
                };
        Act<Letter> read =
                letter -> {
                    letter.box.take();
                    letter.readUnguarded();
                };
        assertThat(races(letter(write, read))).isEqualTo("none");
    }

    @Test
    void what_is_written_after_the_volatile_write_is_not_ordered_by_it() {
        Act<Letter> write =
                letter -> {
                    letter.written = true;
                    letter.text = 1;
                };
        Act<Letter> read =
                letter -> {
                    if (letter.written) letter.readUnguarded();
                };
        assertThat(Explorer.replay(letter(write, read), "AABB").outcome())
                .isEqualTo("data race on text");
    }

    @Test
    void to_take_a_permit_hands_nothing_over_to_whoever_takes_the_next() {
        Act<Letter> write =
                letter -> {
                    letter.text = 1;
                    letter.permits.acquire();
                };
        Act<Letter> read =
                letter -> {
                    letter.permits.acquire();
                    letter.readUnguarded();
                };
        assertThat(Explorer.outcomes(letter(write, read)).counts())
                .as("in every schedule")
                .containsOnlyKeys("data race on text");
    }

    /** Two fields that are written together, with a number that is odd meanwhile. */
    static class PlainSeqlock {
        volatile int sequence;
        int first;
        int second;

        void write() {
            sequence++;
            first = 1;
            second = 1;
            sequence++;
        }

        void read() {
            int before = sequence;
            int one = first;
            int other = second;
            if (before % 2 == 0 && before == sequence && one != other)
                throw new IllegalStateException("torn");
        }

        static Scenario scenario() {
            var seqlock = new PlainSeqlock();
            return Scenario.of(seqlock::write, seqlock::read).lateWrites();
        }
    }

    @Test
    void what_the_model_cannot_show_of_a_seqlock_with_plain_fields_is_a_data_race() {
        assertThat(Explorer.check(PlainSeqlock::scenario).failure()).isEmpty();
        assertThat(races(() -> PlainSeqlock.scenario().noDataRaces()))
                .isEqualTo("data race on first");
    }

    /** A compare-and-set loop whose first look is an ordinary read. */
    static class Handled {
        private static final VarHandle PLAIN = handle("plain");
        private static final VarHandle SAFE = handle("safe");

        int plain;
        volatile int safe;

        private static VarHandle handle(String field) {
            try {
                return MethodHandles.lookup().findVarHandle(Handled.class, field, int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        void incrementPlain() {
            int seen;
            do seen = plain;
            while (!PLAIN.compareAndSet(this, seen, seen + 1));
        }

        void incrementSafe() {
            int seen;
            do seen = safe;
            while (!SAFE.compareAndSet(this, seen, seen + 1));
        }
    }

    private static String racesOfHandled(Act<Handled> a, Act<Handled> b) {
        return races(() -> two(new Handled(), a, b));
    }

    @Test
    void a_plain_read_beside_a_compareAndSet_of_the_same_field_races() {
        assertThat(racesOfHandled(Handled::incrementPlain, Handled::incrementPlain))
                .isEqualTo("data race on plain");
    }

    @Test
    void a_plain_write_beside_a_volatile_write_of_the_same_field_races() {
        assertThat(racesOfHandled(h -> Handled.PLAIN.setVolatile(h, 1), h -> h.plain = 2))
                .isEqualTo("data race on plain");
    }

    @Test
    void a_volatile_read_beside_a_compareAndSet_does_not() {
        assertThat(racesOfHandled(Handled::incrementSafe, Handled::incrementSafe))
                .isEqualTo("none");
    }

    @Test
    void two_accesses_by_a_VarHandle_never_race() {
        assertThat(
                        racesOfHandled(
                                h -> Handled.PLAIN.setOpaque(h, 1),
                                h -> Handled.PLAIN.getOpaque(h)))
                .isEqualTo("none");
    }

    @Test
    void a_collection_that_is_not_made_for_threads_is_never_right_by_accident() {
        Setup setup =
                () -> {
                    Map<String, Integer> stock = new HashMap<>();
                    return Scenario.of(() -> stock.put("tea", 1), () -> stock.get("milk"));
                };

        assertThat(Explorer.outcomes(setup).counts()).containsOnlyKeys("data race on stock");
        assertThat(Explorer.check(setup).toString())
                .containsPattern(
                        "get at DataRacesTest.java:\\d+ and put at DataRacesTest.java:\\d+: nothing"
                                + " orders the two, and a HashMap is not made for threads");
    }

    @Test
    void one_that_a_lock_guards_is_right() {
        assertThat(
                        races(
                                () -> {
                                    List<Integer> all = new ArrayList<>();
                                    Body add =
                                            () -> {
                                                synchronized (all) {
                                                    all.add(1);
                                                }
                                            };
                                    return Scenario.of(add, add);
                                }))
                .isEqualTo("none");
    }

    @Test
    void two_who_only_look_into_one_are_right() {
        assertThat(
                        races(
                                () -> {
                                    List<Integer> all = new ArrayList<>(List.of(1));
                                    return Scenario.of(() -> all.get(0), () -> all.size());
                                }))
                .isEqualTo("none");
    }

    @Test
    void one_that_is_made_for_threads_is_right() {
        assertThat(
                        races(
                                () -> {
                                    Map<String, Integer> stock = new ConcurrentHashMap<>();
                                    return Scenario.of(
                                            () -> stock.put("tea", 1), () -> stock.get("milk"));
                                }))
                .isEqualTo("none");
    }

    @Test
    void a_check_that_remembers_states_finds_the_race_of_one_order_alone() {
        Setup setup =
                () -> {
                    var letter = new Letter();
                    var lock = new AtomicInteger();
                    return Scenario.of(
                                    () -> {
                                        letter.text = 0;
                                        lock.set(0);
                                    },
                                    () -> {
                                        lock.get();
                                        letter.readUnguarded();
                                    })
                            .noDataRaces();
                };

        assertThat(Explorer.check(setup).failure()).isPresent();
    }

    /** As in "data race on x", or "none". */
    private static String races(Setup setup) {
        List<String> races = new ArrayList<>(Explorer.outcomes(setup).counts().keySet());
        races.removeIf(outcome -> !outcome.startsWith("data race"));
        return races.isEmpty() ? "none" : String.join(", ", races);
    }
}
