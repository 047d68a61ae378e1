package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Two accesses that nothing orders are told, whatever they lead to; those that are ordered are not.
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

    private static Scenario ordered(Body write, Body read) {
        return Scenario.of(write, read).noDataRaces();
    }

    @Test
    void two_equal_writes_race_though_every_schedule_ends_alike() {
        Setup setup =
                () -> {
                    var letter = new Letter();
                    Body write = () -> letter.text = 1;
                    return ordered(write, write).outcome(() -> letter.text);
                };

        assertThat(Explorer.outcomes(setup).counts()).containsOnlyKeys("data race on text");
        assertThat(Explorer.check(setup).toString())
                .containsPattern(
                        "write at DataRacesTest.java:\\d+ and write at DataRacesTest.java:\\d+:"
                                + " nothing orders the two");
    }

    @Test
    void one_synchronized_method_orders_nothing_if_the_other_is_not() {
        assertThat(
                        races(
                                () -> {
                                    var letter = new Letter();
                                    return ordered(letter::write, letter::readUnguarded);
                                }))
                .isEqualTo("data race on text");
    }

    @Test
    void what_orders_threads_leaves_no_data_race() {
        assertThat(
                        races(
                                () -> {
                                    var letter = new Letter();
                                    return ordered(letter::write, letter::read);
                                }))
                .as("a monitor")
                .isEqualTo("none");
        assertThat(
                        races(
                                () -> {
                                    var letter = new Letter();
                                    return ordered(
                                            () -> {
                                                letter.text = 1;
                                                letter.written = true;
                                            },
                                            () -> {
                                                if (letter.written) letter.readUnguarded();
                                            });
                                }))
                .as("a volatile field")
                .isEqualTo("none");
        assertThat(
                        races(
                                () -> {
                                    var letter = new Letter();
                                    return ordered(
                                            () -> {
                                                letter.text = 1;
                                                letter.posted.set(true);
                                            },
                                            () -> {
                                                if (letter.posted.get()) letter.readUnguarded();
                                            });
                                }))
                .as("an atomic variable")
                .isEqualTo("none");
        assertThat(
                        races(
                                () -> {
                                    var letter = new Letter();
                                    return ordered(
                                            () -> {
                                                letter.text = 1;
                                                letter.delivered.countDown();
                                            },
                                            () -> {
                                                letter.delivered.await();
                                                letter.readUnguarded();
                                            });
                                }))
                .as("a latch")
                .isEqualTo("none");
        assertThat(
                        races(
                                () -> {
                                    var letter = new Letter();
                                    return ordered(
                                            () -> {
                                                letter.text = 1;
                                                letter.stamps.release();
                                            },
                                            () -> {
                                                letter.stamps.acquire();
                                                letter.readUnguarded();
                                            });
                                }))
                .as("a semaphore")
                .isEqualTo("none");
        assertThat(
                        races(
                                () -> {
                                    var letter = new Letter();
                                    return ordered(
                                            () -> {
                                                letter.text = 1;
                                                letter.box.put("letter");
                                            },
                                            () -> {
                                                letter.box.take();
                                                letter.readUnguarded();
                                            });
                                }))
                .as("a queue")
                .isEqualTo("none");
    }

    @Test
    void what_is_written_after_the_volatile_write_is_not_ordered_by_it() {
        Setup setup =
                () -> {
                    var letter = new Letter();
                    return ordered(
                            () -> {
                                letter.written = true;
                                letter.text = 1;
                            },
                            () -> {
                                if (letter.written) letter.readUnguarded();
                            });
                };

        assertThat(Explorer.replay(setup, "AABB").outcome()).isEqualTo("data race on text");
    }

    @Test
    void to_take_a_permit_hands_nothing_over_to_whoever_takes_the_next() {
        Setup setup =
                () -> {
                    var letter = new Letter();
                    var permits = new Semaphore(2);
                    return ordered(
                            () -> {
                                letter.text = 1;
                                permits.acquire();
                            },
                            () -> {
                                permits.acquire();
                                letter.readUnguarded();
                            });
                };

        assertThat(Explorer.outcomes(setup).counts())
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

    @Test
    void a_plain_read_beside_a_compareAndSet_of_the_same_field_races() {
        assertThat(
                        races(
                                () -> {
                                    var handled = new Handled();
                                    return ordered(
                                            handled::incrementPlain, handled::incrementPlain);
                                }))
                .isEqualTo("data race on plain");
    }

    @Test
    void a_plain_write_beside_a_volatile_write_of_the_same_field_races() {
        assertThat(
                        races(
                                () -> {
                                    var handled = new Handled();
                                    return ordered(
                                            () -> Handled.PLAIN.setVolatile(handled, 1),
                                            () -> handled.plain = 2);
                                }))
                .isEqualTo("data race on plain");
    }

    @Test
    void a_volatile_read_beside_a_compareAndSet_does_not() {
        assertThat(
                        races(
                                () -> {
                                    var handled = new Handled();
                                    return ordered(handled::incrementSafe, handled::incrementSafe);
                                }))
                .isEqualTo("none");
    }

    @Test
    void two_accesses_by_a_VarHandle_never_race() {
        assertThat(
                        races(
                                () -> {
                                    var handled = new Handled();
                                    return ordered(
                                            () -> Handled.PLAIN.setOpaque(handled, 1),
                                            () -> Handled.PLAIN.getOpaque(handled));
                                }))
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
