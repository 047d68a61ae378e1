package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Collections2;
import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplorerTest {
    /** Not woven: these programs speak to the explorer's own variables and locks. */
    private static Supplier<Scenario> standIn(Supplier<Scenario> scenario) {
        return scenario;
    }

    /** Each thread reads x and writes x + 1. */
    private static Supplier<Scenario> increments(int threads) {
        return () -> {
            var x = new Volatile<>("x", 0);
            Body increment = () -> x.set(x.get() + 1);
            return Scenario.of(Collections.nCopies(threads, increment))
                    .outcome(x::get)
                    .check(() -> x.get() == threads, "lost");
        };
    }

    @ParameterizedTest
    @CsvSource({"AABB, 6", "AABBCC, 90"})
    void its_schedules_are_the_permutations_that_Guava_lists(String serial, int count) {
        Supplier<Scenario> scenario = increments(serial.length() / 2);
        Collection<List<Character>> words =
                Collections2.orderedPermutations(Lists.charactersOf(serial));
        Map<String, Long> outcomes =
                words.stream()
                        .map(word -> word.stream().map(String::valueOf))
                        .map(word -> word.collect(Collectors.joining()))
                        .map(word -> Explorer.replay(scenario, word).outcome())
                        .collect(Collectors.groupingBy(o -> o, Collectors.counting()));

        assertThat(words).hasSize(count);
        assertThat(Explorer.outcomes(scenario).counts()).isEqualTo(outcomes);
        assertThat(Explorer.outcomesOneByOne(scenario).counts()).isEqualTo(outcomes);
    }

    @Test
    void the_bodies_run_on_virtual_threads_with_the_names_of_the_table() {
        Set<String> names = new HashSet<>();
        Supplier<Scenario> scenario =
                () -> {
                    var x = new Volatile<>("x", 0);
                    Body body =
                            () -> {
                                x.get();
                                Thread me = Thread.currentThread();
                                names.add(me.getName() + (me.isVirtual() ? " virtual" : ""));
                            };
                    return Scenario.of(body, body, body);
                };
        Explorer.outcomes(scenario);

        assertThat(names).containsExactlyInAnyOrder("A virtual", "B virtual", "C virtual");
    }

    @Test
    void a_deadlock_tells_who_waits_for_what() {
        var failure = Explorer.check(standIn(ExplorerTest::locksInTwoOrders)).failure();

        assertThat(failure)
                .hasValueSatisfying(
                        table ->
                                assertThat(table)
                                        .hasToString(
                                                """
                                                schedule AB: deadlock

                                                | A           | B            | left | right |
                                                | lock   left |              | A    | -     |
                                                |             | lock   right | A    | B     |

                                                A waits to lock right, which B holds
                                                B waits to lock left, which A holds\
                                                """));
    }

    private static Scenario locksInTwoOrders() {
        Lock left = new SteppedLock("left");
        Lock right = new SteppedLock("right");
        return Scenario.of(() -> nested(left, right), () -> nested(right, left));
    }

    private static void nested(Lock outer, Lock inner) throws Exception {
        locked(outer, () -> locked(inner, () -> {}));
    }

    @Test
    void a_lock_taken_twice_is_held_until_it_is_given_up_twice() {
        var verdict =
                Explorer.check(
                        standIn(
                                () -> {
                                    Lock lock = new SteppedLock("lock");
                                    var inside = new Plain<>("inside", 0);
                                    Body twice =
                                            () ->
                                                    locked(
                                                            lock,
                                                            () -> {
                                                                locked(lock, () -> {});
                                                                inside.set(inside.get() + 1);
                                                            });
                                    return Scenario.of(twice, twice)
                                            .check(() -> inside.get() == 2, "both were inside");
                                }));

        assertThat(verdict.failure()).isEmpty();
    }

    @Test
    void who_holds_a_lock_twice_gives_up_both_while_waiting_and_then_has_both_again() {
        var verdict =
                Explorer.check(
                        standIn(
                                () -> {
                                    Lock lock = new SteppedLock("lock");
                                    Condition condition = lock.newCondition();
                                    var ready = new Plain<>("ready", false);
                                    return Scenario.of(
                                            () ->
                                                    locked(
                                                            lock,
                                                            () -> {
                                                                assertThat(lock.tryLock()).isTrue();
                                                                while (!ready.get())
                                                                    condition.await();
                                                                lock.unlock();
                                                            }),
                                            () ->
                                                    locked(
                                                            lock,
                                                            () -> {
                                                                ready.set(true);
                                                                condition.signal();
                                                            }));
                                }));

        assertThat(verdict.failure()).isEmpty();
    }

    @Test
    void who_waits_for_a_signal_that_came_before_is_said_to_wait_for_it() {
        var verdict =
                Explorer.check(
                        standIn(
                                () -> {
                                    Lock lock = new SteppedLock("lock");
                                    Condition condition = lock.newCondition();
                                    return Scenario.of(
                                            () -> locked(lock, condition::await),
                                            () -> locked(lock, condition::signal));
                                }));

        assertThat(verdict.failure())
                .hasValueSatisfying(
                        table -> {
                            assertThat(table.schedule()).isEqualTo("BBBAA");
                            assertThat(table.wrong()).contains("A waits for a signal on lock");
                        });
    }

    @Test
    void a_body_that_catches_everything_only_sees_that_its_run_is_given_up() {
        Set<Throwable> caught = new HashSet<>();
        Supplier<Scenario> scenario =
                () -> {
                    Lock lock = new SteppedLock("lock");
                    Condition condition = lock.newCondition();
                    return Scenario.of(() -> locked(lock, () -> insist(condition, caught)));
                };
        var verdict = Explorer.check(scenario);

        assertThat(verdict.failure())
                .hasValueSatisfying(
                        table ->
                                assertThat(table.wrong()).contains("A waits for a signal on lock"));
        assertThat(caught).isNotEmpty().noneMatch(IllegalMonitorStateException.class::isInstance);
    }

    @SuppressWarnings("WaitNotInLoop") // waits once more, whatever ends the first wait
    private static void insist(Condition condition, Set<Throwable> caught) throws Exception {
        try {
            condition.await();
        } catch (Throwable first) {
            caught.add(first);
            try {
                condition.await();
            } catch (Throwable second) {
                caught.add(second);
            }
        }
    }

    private static void locked(Lock lock, Body action) throws Exception {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    @Test
    void a_waiting_loop_goes_round_only_after_a_change() {
        assertThat(Explorer.outcomes(standIn(() -> waitsFor(1, 1))).counts())
                .containsOnlyKeys("all ended");
        assertThat(waitsInVain(2, 1)).as("B's write is a change").isEqualTo("AAABAA");
        assertThat(waitsInVain(2, 0)).as("B's write changes nothing").isEqualTo("AAAB");
    }

    /** The schedule in which A waits as long as it can for a value that B does not write. */
    private static String waitsInVain(int value, int written) {
        var failure =
                Explorer.check(standIn(() -> waitsFor(value, written))).failure().orElseThrow();
        assertThat(failure.wrong()).contains("A waits for a change");
        return failure.schedule();
    }

    private static Scenario waitsFor(int value, int written) {
        var x = new Volatile<>("x", 0);
        return Scenario.of(
                () -> {
                    while (x.get() != value) Explorer.spin();
                },
                () -> x.set(written));
    }

    @Test
    void what_repeats_without_end_is_reported_and_can_be_replayed() {
        var failure = Explorer.check(standIn(ExplorerTest::bothStepAside)).failure().orElseThrow();

        assertThat(failure.outcome()).isEqualTo("no end");
        assertThat(failure.schedule()).matches("[AB]*\\([AB]+\\)");
        assertThat(Explorer.replay(standIn(ExplorerTest::bothStepAside), failure.schedule()))
                .hasToString(failure.toString());
        assertThatThrownBy(() -> Explorer.outcomes(standIn(ExplorerTest::bothStepAside)))
                .hasMessageContaining("if it ends at all; use Explorer.check");
    }

    /** Two people in a corridor, each of whom changes sides as long as the other is in the way. */
    private static Scenario bothStepAside() {
        var a = new Volatile<>("a", 0);
        var b = new Volatile<>("b", 0);
        return Scenario.of(() -> pass(a, b), () -> pass(b, a));
    }

    private static void pass(Volatile<Integer> mine, Volatile<Integer> other) {
        while (mine.get().equals(other.get())) {
            mine.set(1 - mine.get());
            Explorer.spin();
        }
    }

    @Test
    void a_run_that_is_over_after_200_steps_has_an_end_and_a_longer_one_is_given_up() {
        assertThat(Explorer.check(standIn(() -> works(200))).failure()).isEmpty();
        assertThat(Explorer.check(standIn(() -> works(201))).failure())
                .hasValueSatisfying(
                        table ->
                                assertThat(table.wrong().orElseThrow())
                                        .startsWith("no end within 200 steps; these 1 repeat: A")
                                        .endsWith(
                                                "if the program does end, let it make fewer steps."));
    }

    private static Scenario works(int steps) {
        return Scenario.of(
                () -> {
                    for (int i = 0; i < steps; i++) Explorer.step("work");
                });
    }

    @Test
    void a_waiting_loop_without_onSpinWait_is_told_to_call_it() {
        Supplier<Scenario> scenario =
                () -> {
                    var ready = new Volatile<>("ready", false);
                    return Scenario.of(
                            () -> {
                                while (!ready.get()) {} // no onSpinWait
                            },
                            () -> ready.set(true));
                };

        assertThat(Explorer.check(scenario).failure().orElseThrow().wrong().orElseThrow())
                .contains("A loop that waits for another thread calls Thread.onSpinWait()");
    }

    @Test
    void a_long_program_that_does_not_repeat_itself_is_told_the_limit() {
        Supplier<Scenario> counts =
                () -> {
                    var x = new Volatile<>("x", 0);
                    return Scenario.of(
                            () -> {
                                for (int i = 0; i < 250; i++) x.set(i);
                            });
                };

        assertThat(Explorer.check(counts).failure().orElseThrow().wrong())
                .contains(
                        "no end within 200 steps.\nThe explorer gives up there: if the program does"
                                + " end, let it make fewer steps.");
    }

    @Test
    void a_thread_held_up_by_its_own_late_writes_waits_for_their_arrival() {
        Supplier<Scenario> scenario =
                () -> {
                    Lock lock = new SteppedLock("lock");
                    var x = new Plain<>("x", 0);
                    Body increment = () -> locked(lock, () -> x.set(x.get() + 1));
                    return Scenario.of(increment, increment);
                };

        assertThatThrownBy(() -> Explorer.replay(scenario, "AAAA"))
                .hasMessage(
                        "schedule AAAA is not possible: after AAA, A waits until its late writes"
                                + " have arrived; possible: a (arrive x)");
    }

    @Test
    void a_late_write_can_be_overtaken_by_a_later_one_to_another_variable() {
        assertThat(Explorer.replay(standIn(ExplorerTest::publication), "AAa2BBa"))
                .hasToString(
                        """
                        schedule AAa2BBa: saw 0

                        | A                   | B              | data | ready |
                        | write  data 7 late  |                | 0    | 0     |
                        | write  ready 1 late |                | 0    | 0     |
                        | arrive ready 1      |                | 0    | 1     |
                        |                     | read   ready 1 | 0    | 1     |
                        |                     | read   data 0  | 0    | 1     |
                        | arrive data 7       |                | 7    | 1     |\
                        """);
    }

    private static Scenario publication() {
        var data = new Plain<>("data", 0);
        var ready = new Plain<>("ready", 0);
        String[] saw = {"nothing"};
        return Scenario.of(
                        () -> {
                            data.set(7);
                            ready.set(1);
                        },
                        () -> {
                            if (ready.get() == 1) saw[0] = "saw " + data.get();
                        })
                .outcome(() -> saw[0]);
    }

    @Test
    void a_volatile_write_and_an_unlock_wait_until_the_writes_before_them_have_arrived() {
        assertThat(Explorer.outcomes(standIn(() -> published(false))).counts())
                .doesNotContainKey("saw 0");
        assertThat(Explorer.outcomes(standIn(() -> published(true))).counts())
                .doesNotContainKey("saw 0");
    }

    /** A writes 7 late, then says that it is there, by a volatile variable or inside a lock. */
    private static Scenario published(boolean underLock) {
        var data = new Plain<>("data", 0);
        var ready = underLock ? new Plain<>("ready", 0) : new Volatile<>("ready", 0);
        Lock lock = new SteppedLock("lock");
        String[] saw = {"nothing"};
        Body write =
                () -> {
                    data.set(7);
                    ready.set(1);
                };
        Body read =
                () -> {
                    if (ready.get() == 1) saw[0] = "saw " + data.get();
                };
        return Scenario.of(
                        underLock ? () -> locked(lock, write) : write,
                        underLock ? () -> locked(lock, read) : read)
                .outcome(() -> saw[0]);
    }

    @Test
    void an_await_lets_go_of_the_lock_only_when_the_writes_before_it_have_arrived() {
        Supplier<Scenario> scenario =
                () -> {
                    Lock lock = new SteppedLock("lock");
                    Condition condition = lock.newCondition();
                    var x = new Plain<>("x", 0);
                    int[] saw = new int[1];
                    Body asks =
                            () -> {
                                x.set(1);
                                while (x.get() == 1) condition.await();
                            };
                    Body answers =
                            () -> {
                                saw[0] = x.get();
                                x.set(2);
                                condition.signal();
                            };
                    return Scenario.of(() -> locked(lock, asks), () -> locked(lock, answers))
                            .outcome(() -> saw[0]);
                };

        assertThat(Explorer.outcomes(scenario).counts()).containsOnlyKeys("1", "deadlock");
    }

    @Test
    void a_thread_reads_its_own_late_write_at_once() {
        Supplier<Scenario> scenario =
                () -> {
                    var x = new Plain<>("x", 0);
                    int[] saw = new int[1];
                    return Scenario.of(
                                    () -> {
                                        x.set(1);
                                        saw[0] = x.get();
                                    })
                            .outcome(() -> saw[0]);
                };

        assertThat(Explorer.outcomes(scenario).counts()).isEqualTo(Map.of("1", 2L));
    }

    @Test
    void late_writes_of_one_thread_to_one_variable_arrive_in_their_order() {
        Supplier<Scenario> scenario =
                () -> {
                    var x = new Plain<>("x", 0);
                    return Scenario.of(
                                    () -> {
                                        x.set(1);
                                        x.set(2);
                                    })
                            .outcome(x::get);
                };

        assertThat(Explorer.outcomes(scenario).counts()).containsOnlyKeys("2");
        assertThatThrownBy(() -> Explorer.replay(scenario, "AAa2a"))
                .hasMessage(
                        "schedule AAa2a is not possible: after AA, no such write of A can arrive;"
                                + " possible: a (arrive x)");
    }

    @Test
    void an_exception_in_a_body_is_a_failure_of_the_schedule() {
        var verdict =
                Explorer.check(
                        standIn(
                                () -> {
                                    var free = new Volatile<>("free", 1);
                                    Body sell =
                                            () -> {
                                                if (free.getAndUpdate(n -> n - 1) < 1)
                                                    throw new IllegalStateException("sold out");
                                            };
                                    return Scenario.of(sell, sell);
                                }));

        assertThat(verdict.failure())
                .hasValueSatisfying(
                        table -> {
                            assertThat(table.schedule()).isEqualTo("AB");
                            assertThat(table.outcome()).isEqualTo("sold out");
                            assertThat(table.wrong()).contains("thrown by B");
                        });
    }

    @Test
    void the_shortest_schedule_to_an_outcome_may_be_found_after_a_longer_one() {
        var outcomes =
                Explorer.outcomes(
                        standIn(
                                () -> {
                                    var x = new Volatile<>("x", 0);
                                    return Scenario.of(
                                            () -> x.set(1),
                                            () -> {
                                                if (x.get() == 1) x.get();
                                            });
                                }));

        assertThat(outcomes.counts()).isEqualTo(Map.of("all ended", 2L)); // ABB and BA
        assertThat(outcomes.shortest("all ended")).isEqualTo("BA");
    }

    @Test
    void the_shortest_schedule_to_an_exception_has_only_what_leads_to_it() {
        var outcomes =
                Explorer.outcomes(
                        standIn(
                                () -> {
                                    var other = new Plain<>("other", 0);
                                    var ready = new Plain<>("ready", 0);
                                    return Scenario.of(
                                                    () -> {
                                                        other.set(1);
                                                        ready.set(1);
                                                    },
                                                    () -> {
                                                        if (ready.get() == 1)
                                                            throw new IllegalStateException(
                                                                    "too early");
                                                    })
                                            .outcome(() -> "late");
                                }));

        assertThat(outcomes.counts()).isEqualTo(Map.of("late", 11L, "too early", 4L));
        assertThat(outcomes.shortest("too early")).isEqualTo("AAa2B");
    }

    @Test
    void of_two_exceptions_the_one_with_the_shorter_schedule_is_reported() {
        var outcomes =
                Explorer.outcomes(
                        standIn(
                                () -> {
                                    var x = new Volatile<>("x", 0);
                                    return Scenario.of(
                                            () -> readThenThrow(3, x), () -> readThenThrow(1, x));
                                }));

        assertThat(outcomes.counts()).isEqualTo(Map.of("after 1", 4L));
        assertThat(outcomes.shortest("after 1")).isEqualTo("B");
    }

    private static void readThenThrow(int times, Volatile<Integer> x) {
        for (int i = 0; i < times; i++) x.get();
        throw new IllegalStateException("after " + times);
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
    void a_schedule_that_is_not_possible_is_told_where_and_what_is(String word, String message) {
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
        assertThatThrownBy(
                        () -> Explorer.replay(standIn(ExplorerTest::locksInTwoOrders), "AABBBBAA"))
                .hasMessage(
                        "schedule AABBBBAA is not possible: after AA, B waits to lock right, which"
                                + " A holds; possible: A (unlock right)");
    }

    @Test
    void a_table_and_its_word_are_the_same_run() {
        var failure = Explorer.check(increments(3)).failure().orElseThrow();

        assertThat(Explorer.replay(increments(3), failure.schedule()))
                .hasToString(failure.toString());
    }

    @Test
    void outside_the_explorer_variables_are_ordinary_and_a_stepped_lock_is_refused() {
        var x = new Volatile<>("x", 1000);
        var y = new Plain<>("y", 1);
        y.set(2);

        assertThat(x.compareAndSet(Integer.valueOf("1000"), 1001)).isTrue();
        assertThat(x.compareAndSet(1000, 1002)).isFalse();
        assertThat(x.getAndUpdate(n -> n + 1)).isEqualTo(1001);
        assertThat(x.get()).isEqualTo(1002);
        assertThat(y.get()).isEqualTo(2);
        assertThatThrownBy(() -> new SteppedLock("till"))
                .hasMessage("SteppedLock till is for the explorer; pass a ReentrantLock here");
    }

    @Test
    void a_scenario_without_a_body_or_with_nine_is_refused() {
        assertThatThrownBy(Scenario::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a scenario has 1 to 8 bodies, not 0");
        assertThatThrownBy(() -> Scenario.of(Collections.nCopies(9, () -> {})))
                .hasMessage("a scenario has 1 to 8 bodies, not 9");
    }
}
