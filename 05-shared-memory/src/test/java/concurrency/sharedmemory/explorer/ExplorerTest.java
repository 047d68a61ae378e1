package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Collections2;
import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings({"LockNotBeforeTry", "NonAtomicVolatileUpdate"}) // programs to be judged
class ExplorerTest {
    /** What the threads of the programs here share. */
    static class Shared {
        int x;
        int y;
        volatile int v;
        final ReentrantLock lock = new ReentrantLock();
        final Condition condition = lock.newCondition();

        void locked(Body action) throws Exception {
            lock.lock();
            try {
                action.run();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Each thread reads x and writes x + 1. */
    private static Setup increments(int threads) {
        return () -> {
            var shared = new Shared();
            Body increment = () -> shared.x++;
            return Scenario.of(Collections.nCopies(threads, increment))
                    .outcome(() -> shared.x)
                    .check(() -> shared.x == threads, "lost");
        };
    }

    @ParameterizedTest
    @CsvSource({"AABB, 6", "AABBCC, 90"})
    void its_schedules_are_the_permutations_that_Guava_lists(String serial, int count) {
        Setup setup = increments(serial.length() / 2);
        Collection<List<Character>> words =
                Collections2.orderedPermutations(Lists.charactersOf(serial));
        Map<String, Long> outcomes =
                words.stream()
                        .map(word -> word.stream().map(String::valueOf))
                        .map(word -> word.collect(Collectors.joining()))
                        .map(word -> Explorer.replay(setup, word).outcome())
                        .collect(Collectors.groupingBy(o -> o, Collectors.counting()));

        assertThat(words).hasSize(count);
        assertThat(Explorer.outcomes(setup).counts()).isEqualTo(outcomes);
        assertThat(Explorer.outcomesOneByOne(setup).counts()).isEqualTo(outcomes);
    }

    @Test
    void the_bodies_run_on_virtual_threads_with_the_names_of_the_table() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var shared = new Shared();
                            var threads = new Notes<String>();
                            Body body =
                                    () -> {
                                        String me = Thread.currentThread().toString();
                                        threads.add(me.replaceAll("#\\d+,|/.*", ""));
                                        shared.x = 1;
                                    };
                            return Scenario.of(body, body, body).outcome(threads::all);
                        });

        assertThat(outcomes.counts())
                .containsOnlyKeys("[VirtualThread[A], VirtualThread[B], VirtualThread[C]]");
    }

    @Test
    void a_deadlock_tells_who_waits_for_what() {
        Interleaving failure = failure(ExplorerTest::locksInTwoOrders);

        assertThat(withoutLines(failure))
                .isEqualTo(
                        """
                        schedule AB: deadlock

                        | A           | B            | left | right |
                        | lock   left |              | A    | -     |
                        |             | lock   right | A    | B     |

                        A waits to lock right, which B holds
                        B waits to lock left, which A holds\
                        """);
    }

    private static Scenario locksInTwoOrders() {
        var left = new ReentrantLock();
        var right = new ReentrantLock();
        return Scenario.of(() -> nested(left, right), () -> nested(right, left));
    }

    private static void nested(ReentrantLock outer, ReentrantLock inner) {
        outer.lock();
        inner.lock();
        inner.unlock();
        outer.unlock();
    }

    @Test
    void a_lock_taken_twice_is_held_until_it_is_given_up_twice() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    Body twice =
                            () ->
                                    shared.locked(
                                            () -> {
                                                shared.locked(() -> {});
                                                shared.x++;
                                            });
                    return Scenario.of(twice, twice)
                            .lateWrites()
                            .check(() -> shared.x == 2, "both were inside");
                };

        assertThat(Explorer.check(setup).failure()).isEmpty();
    }

    @Test
    void whoever_holds_a_lock_twice_releases_both_while_waiting_and_then_has_both_again() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    return Scenario.of(
                                    () ->
                                            shared.locked(
                                                    () -> {
                                                        shared.lock.lock();
                                                        while (shared.x == 0)
                                                            shared.condition.await();
                                                        shared.lock.unlock();
                                                    }),
                                    () ->
                                            shared.locked(
                                                    () -> {
                                                        shared.x = 1;
                                                        shared.condition.signal();
                                                    }))
                            .lateWrites();
                };

        assertThat(Explorer.check(setup).failure()).isEmpty();
    }

    @Test
    void a_signal_sent_too_early_is_lost() {
        Interleaving failure =
                failure(
                        () -> {
                            var shared = new Shared();
                            return Scenario.of(
                                    () -> shared.locked(shared.condition::await),
                                    () -> shared.locked(shared.condition::signal));
                        });

        assertThat(failure.schedule()).isEqualTo("BBBAA");
        assertThat(withoutLines(failure)).endsWith("A waits for a signal on lock");
    }

    @Test
    void a_body_that_catches_everything_only_sees_that_its_run_is_given_up() {
        System.clearProperty(CAUGHT);
        Interleaving failure =
                failure(
                        () -> {
                            var shared = new Shared();
                            return Scenario.of(() -> shared.locked(() -> insist(shared.condition)));
                        });

        assertThat(withoutLines(failure)).endsWith("A waits for a signal on lock");
        assertThat(System.clearProperty(CAUGHT)).isNotEmpty().doesNotContain("IllegalMonitor");
    }

    /** What a body tells about a run that has been given up gets out in a system property. */
    private static final String CAUGHT = "caught by a body";

    @SuppressWarnings("WaitNotInLoop") // waits once more, whatever ends the first wait
    private static void insist(Condition condition) {
        for (int i = 0; i < 2; i++)
            try {
                condition.await();
            } catch (Throwable e) {
                System.setProperty(CAUGHT, System.getProperty(CAUGHT, "") + e);
            }
    }

    @Test
    void a_waiting_loop_goes_round_only_after_a_change() {
        assertThat(Explorer.outcomes(() -> waitsFor(1, 1)).counts()).containsOnlyKeys("all ended");
        assertThat(waitsInVain(2, 1)).as("B's write is a change").isEqualTo("AAABAA");
        assertThat(waitsInVain(2, 0)).as("B's write changes nothing").isEqualTo("AAAB");
    }

    /** The schedule in which A waits as long as it can for a value that B does not write. */
    private static String waitsInVain(int value, int written) {
        Interleaving failure = failure(() -> waitsFor(value, written));
        assertThat(failure.wrong()).contains("A waits for a change");
        return failure.schedule();
    }

    private static Scenario waitsFor(int value, int written) {
        var shared = new Shared();
        return Scenario.of(
                () -> {
                    while (shared.v != value) Thread.onSpinWait();
                },
                () -> shared.v = written);
    }

    @Test
    void what_repeats_without_end_is_reported_and_can_be_replayed() {
        Interleaving failure = failure(ExplorerTest::bothStepAside);

        assertThat(failure.outcome()).isEqualTo("no end");
        assertThat(failure.schedule()).matches("[AB]*\\([AB]+\\)");
        assertThat(Explorer.replay(ExplorerTest::bothStepAside, failure.schedule()))
                .hasToString(failure.toString());
        assertThatThrownBy(() -> Explorer.outcomes(ExplorerTest::bothStepAside))
                .hasMessageContaining("if it ends at all; use Explorer.check");
    }

    /** Someone in a corridor, who changes sides as long as the other is in the way. */
    static class Walker {
        volatile int side;

        void pass(Walker other) {
            while (side == other.side) {
                side = 1 - side;
                Thread.onSpinWait();
            }
        }
    }

    private static Scenario bothStepAside() {
        var ann = new Walker();
        var bob = new Walker();
        return Scenario.of(() -> ann.pass(bob), () -> bob.pass(ann));
    }

    @Test
    void a_run_that_is_over_after_200_steps_has_an_end_and_a_longer_one_is_given_up() {
        assertThat(Explorer.check(() -> writes(200, 0)).failure()).isEmpty();
        assertThat(failure(() -> writes(201, 0)).wrong().orElseThrow())
                .startsWith("no end within 200 steps; these 1 repeat: A")
                .endsWith("if the program does end, let it take fewer steps.");
    }

    @Test
    void a_long_program_that_does_not_repeat_itself_is_told_the_limit() {
        assertThat(failure(() -> writes(250, 1)).wrong())
                .contains(
                        "no end within 200 steps.\nThe explorer gives up there: if the program does"
                                + " end, let it take fewer steps.");
    }

    /** One thread that writes so often, each time so much more. */
    private static Scenario writes(int times, int more) {
        var shared = new Shared();
        return Scenario.of(
                () -> {
                    for (int i = 0; i < times; i++) shared.x = i * more;
                });
    }

    @Test
    void a_waiting_loop_without_onSpinWait_is_told_to_call_it() {
        Interleaving failure =
                failure(
                        () -> {
                            var shared = new Shared();
                            return Scenario.of(
                                    () -> {
                                        while (shared.v == 0) {} // no onSpinWait
                                    },
                                    () -> shared.v = 1);
                        });

        assertThat(failure.wrong().orElseThrow())
                .contains("A loop that waits for another thread calls Thread.onSpinWait()");
    }

    @Test
    void a_thread_held_up_by_its_own_late_writes_waits_for_their_arrival() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    Body increment = () -> shared.locked(() -> shared.x++);
                    return Scenario.of(increment, increment).lateWrites();
                };

        assertThatThrownBy(() -> Explorer.replay(setup, "AAAA"))
                .hasMessageMatching(
                        "schedule AAAA is not possible: after AAA, A waits until its late writes"
                                + " have arrived \\(ExplorerTest.java:\\d+\\); possible: a"
                                + " \\(arrive x\\)");
    }

    @Test
    void a_late_write_can_be_overtaken_by_a_later_one_to_another_variable() {
        assertThat(withoutLines(Explorer.replay(ExplorerTest::publication, "AAa2BBa")))
                .isEqualTo(
                        """
                        schedule AAa2BBa: saw 0

                        | A               | B          | x | y |
                        | write  x 7 late |            | 0 | 0 |
                        | write  y 1 late |            | 0 | 0 |
                        | arrive y 1      |            | 0 | 1 |
                        |                 | read   y 1 | 0 | 1 |
                        |                 | read   x 0 | 0 | 1 |
                        | arrive x 7      |            | 7 | 1 |\
                        """);
    }

    /** A writes 7 to x, then says so in y. */
    private static Scenario publication() {
        var shared = new Shared();
        var saw = new Notes<Integer>();
        return Scenario.of(
                        () -> {
                            shared.x = 7;
                            shared.y = 1;
                        },
                        () -> {
                            if (shared.y == 1) saw.add(shared.x);
                        })
                .lateWrites()
                .outcome(() -> saw.all().isEmpty() ? "nothing" : "saw " + saw.all().getFirst());
    }

    @Test
    void a_volatile_write_and_an_unlock_wait_until_the_writes_before_them_have_arrived() {
        assertThat(Explorer.outcomes(ExplorerTest::publication).counts()).containsKey("saw 0");
        assertThat(Explorer.outcomes(ExplorerTest::publicationByVolatile).counts())
                .doesNotContainKey("saw 0");
        assertThat(Explorer.outcomes(ExplorerTest::publicationUnderLock).counts())
                .doesNotContainKey("saw 0");
    }

    private static Scenario publicationByVolatile() {
        var shared = new Shared();
        var saw = new Notes<Integer>();
        return Scenario.of(
                        () -> {
                            shared.x = 7;
                            shared.v = 1;
                        },
                        () -> {
                            if (shared.v == 1) saw.add(shared.x);
                        })
                .lateWrites()
                .outcome(() -> saw.all().isEmpty() ? "nothing" : "saw " + saw.all().getFirst());
    }

    private static Scenario publicationUnderLock() {
        var shared = new Shared();
        var saw = new Notes<Integer>();
        return Scenario.of(
                        () ->
                                shared.locked(
                                        () -> {
                                            shared.x = 7;
                                            shared.y = 1;
                                        }),
                        () ->
                                shared.locked(
                                        () -> {
                                            if (shared.y == 1) saw.add(shared.x);
                                        }))
                .lateWrites()
                .outcome(() -> saw.all().isEmpty() ? "nothing" : "saw " + saw.all().getFirst());
    }

    @Test
    void an_await_releases_the_lock_only_when_the_writes_before_it_have_arrived() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    var saw = new Notes<Integer>();
                    Body asks =
                            () -> {
                                shared.x = 1;
                                while (shared.x == 1) shared.condition.await();
                            };
                    Body answers =
                            () -> {
                                saw.add(shared.x);
                                shared.x = 2;
                                shared.condition.signal();
                            };
                    return Scenario.of(() -> shared.locked(asks), () -> shared.locked(answers))
                            .lateWrites()
                            .outcome(saw::all);
                };

        assertThat(Explorer.outcomes(setup).counts()).containsOnlyKeys("[1]", "deadlock");
    }

    @Test
    void a_thread_reads_its_own_late_write_at_once() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    var saw = new Notes<Integer>();
                    return Scenario.of(
                                    () -> {
                                        shared.x = 1;
                                        saw.add(shared.x);
                                    })
                            .lateWrites()
                            .outcome(saw::all);
                };

        assertThat(Explorer.outcomes(setup).counts()).isEqualTo(Map.of("[1]", 2L));
    }

    @Test
    void late_writes_of_one_thread_to_one_variable_arrive_in_their_order() {
        Setup setup =
                () -> {
                    var shared = new Shared();
                    return Scenario.of(
                                    () -> {
                                        shared.x = 1;
                                        shared.x = 2;
                                    })
                            .lateWrites()
                            .outcome(() -> shared.x);
                };

        assertThat(Explorer.outcomes(setup).counts()).containsOnlyKeys("2");
        assertThatThrownBy(() -> Explorer.replay(setup, "AAa2a"))
                .hasMessage(
                        "schedule AAa2a is not possible: after AA, no such write of A can arrive;"
                                + " possible: a (arrive x)");
    }

    @Test
    void an_exception_in_a_body_is_a_failure_of_the_schedule() {
        Interleaving failure =
                failure(
                        () -> {
                            var free = new AtomicInteger(1);
                            Body sell =
                                    () -> {
                                        if (free.getAndDecrement() < 1)
                                            throw new IllegalStateException("sold out");
                                    };
                            return Scenario.of(sell, sell);
                        });

        assertThat(failure.schedule()).isEqualTo("AB");
        assertThat(failure.outcome()).isEqualTo("sold out");
        assertThat(failure.wrong()).contains("thrown by B");
    }

    @Test
    void the_shortest_schedule_to_an_outcome_may_be_found_after_a_longer_one() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var shared = new Shared();
                            var saw = new Notes<Integer>();
                            return Scenario.of(
                                    () -> shared.x = 1,
                                    () -> {
                                        if (shared.x == 1) saw.add(shared.x);
                                    });
                        });

        assertThat(outcomes.counts()).isEqualTo(Map.of("all ended", 2L)); // ABB and BA
        assertThat(outcomes.shortest("all ended")).isEqualTo("BA");
    }

    @Test
    void the_shortest_schedule_to_an_exception_has_only_what_leads_to_it() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var shared = new Shared();
                            return Scenario.of(
                                            () -> {
                                                shared.x = 1;
                                                shared.y = 1;
                                            },
                                            () -> {
                                                if (shared.y == 1)
                                                    throw new IllegalStateException("too early");
                                            })
                                    .lateWrites()
                                    .outcome(() -> "late");
                        });

        assertThat(outcomes.counts()).isEqualTo(Map.of("late", 11L, "too early", 4L));
        assertThat(outcomes.shortest("too early")).isEqualTo("AAa2B");
    }

    @Test
    void of_two_exceptions_that_of_the_first_thread_is_reported() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var shared = new Shared();
                            return Scenario.of(
                                    () -> readThenThrow(3, shared), () -> readThenThrow(1, shared));
                        });

        assertThat(outcomes.counts()).isEqualTo(Map.of("after 3", 4L));
        assertThat(outcomes.shortest("after 3")).isEqualTo("AAA");
    }

    private static void readThenThrow(int times, Shared shared) {
        int sum = 0;
        for (int i = 0; i < times; i++) sum += shared.x;
        throw new IllegalStateException("after " + (times + sum));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ABBB| schedule ABBB is not possible: after ABB, B has ended; possible: A (write x)",
                "AABBA| schedule AABBA is not possible: after AABB, A has ended;"
                        + " nothing is possible, the run is over",
                "ABC| schedule ABC is not possible: after AB, there is no thread C;"
                        + " possible: A (write x), B (write x)",
                "ABa| schedule ABa is not possible: after AB, no such write of A can arrive;"
                        + " possible: A (write x), B (write x)",
                "AB| schedule AB is too short: the threads have not ended;"
                        + " possible: A (write x), B (write x)",
                "A-B| a schedule is made of letters: A is a step of thread A, a the arrival of its"
                        + " oldest late write, a2 of the second; '-B' is not",
                "A(BA| in the schedule A(BA the parenthesis is not closed at the end",
                "A()| in the schedule A() nothing repeats"
            })
    void a_schedule_that_is_not_possible_is_reported_with_where_and_what_is(
            String word, String message) {
        assertThatThrownBy(() -> Explorer.replay(increments(2), word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_schedule_of_100_000_letters_is_cut_in_messages() {
        assertThatThrownBy(() -> Explorer.replay(increments(2), "A".repeat(100_000)))
                .hasMessage(
                        "schedule %s... (100,000 characters) is not possible: after AA, A has ended;"
                                        .formatted("A".repeat(60))
                                + " possible: B (read x)");
        assertThatThrownBy(() -> Explorer.replay(increments(2), "-".repeat(100_000)))
                .hasMessageContaining("'%s... (100,000 characters)' is not", "-".repeat(60));
    }

    @Test
    void a_schedule_that_is_null_is_rejected() {
        assertThatThrownBy(() -> Explorer.replay(increments(2), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a schedule is a word such as ABBA, not null");
    }

    @Test
    void a_step_of_a_thread_that_is_blocked_is_not_possible() {
        assertThatThrownBy(() -> Explorer.replay(ExplorerTest::locksInTwoOrders, "AABBBBAA"))
                .hasMessageMatching(
                        "schedule AABBBBAA is not possible: after AA, B waits to lock right, which"
                                + " A holds \\(ExplorerTest.java:\\d+\\); possible: A"
                                + " \\(unlock right\\)");
    }

    @Test
    void a_table_and_its_word_are_the_same_run() {
        var failure = failure(increments(3));

        assertThat(Explorer.replay(increments(3), failure.schedule()))
                .hasToString(failure.toString());
    }

    @Test
    void a_scenario_without_a_body_or_with_nine_is_refused() {
        assertThatThrownBy(Scenario::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a scenario has 1 to 8 bodies, not 0");
        assertThatThrownBy(() -> Scenario.of(Collections.nCopies(9, () -> {})))
                .hasMessage("a scenario has 1 to 8 bodies, not 9");
    }

    private static Interleaving failure(Setup setup) {
        return Explorer.check(setup).failure().orElseThrow();
    }

    /** Without the table's last column and what is in parentheses: lines of this file. */
    private static String withoutLines(Interleaving run) {
        return run.toString()
                .replaceAll("(?m) \\| (ExplorerTest.java|:\\d+|) *\\|$", " |")
                .replaceAll(" \\(ExplorerTest.java:\\d+\\)", "");
    }
}
