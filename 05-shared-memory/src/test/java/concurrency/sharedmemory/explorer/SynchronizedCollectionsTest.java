package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A call of a synchronized collection takes the lock that {@code synchronized} on it takes. */
@SuppressWarnings("JdkObsolete") // Vector is one of them
class SynchronizedCollectionsTest {
    private static void addIfEmpty(List<String> list) {
        synchronized (list) {
            if (list.isEmpty()) list.add("a");
        }
    }

    private static Scenario addingTo(List<String> list) {
        return Scenario.of(() -> addIfEmpty(list), () -> list.add("b")).outcome(() -> list);
    }

    private static Scenario addingToList() {
        return addingTo(Collections.synchronizedList(new ArrayList<>()));
    }

    @Test
    void a_bare_call_waits_for_whoever_holds_the_monitor() {
        assertThat(Explorer.outcomes(SynchronizedCollectionsTest::addingToList).counts())
                .containsOnlyKeys("[a, b]", "[b]");
        assertThat(Explorer.outcomes(() -> addingTo(new Vector<>())).counts())
                .containsOnlyKeys("[a, b]", "[b]");
    }

    @Test
    void the_search_leaves_out_no_order_of_a_call_and_the_monitor() {
        assertThat(Explorer.outcomes(SynchronizedCollectionsTest::addingToList).counts())
                .isEqualTo(
                        Explorer.outcomesOneByOne(SynchronizedCollectionsTest::addingToList)
                                .counts());
    }

    @Test
    void a_copy_of_the_collection_waits_too() {
        Setup setup =
                () -> {
                    List<String> list = Collections.synchronizedList(new ArrayList<>());
                    var sizes = new Notes<Integer>();
                    return Scenario.of(
                                    () -> {
                                        synchronized (list) {
                                            list.add("a");
                                            list.add("b");
                                        }
                                    },
                                    () -> sizes.add(new ArrayList<>(list).size()))
                            .outcome(() -> sizes.all());
                };

        assertThat(Explorer.outcomes(setup).counts()).containsOnlyKeys("[0]", "[2]");
    }

    @Test
    void whoever_waits_for_the_lock_is_reported() {
        Setup setup =
                () -> {
                    List<String> list = Collections.synchronizedList(new ArrayList<>());
                    var added = new CountDownLatch(1);
                    return Scenario.of(
                            () -> {
                                synchronized (list) {
                                    added.await();
                                }
                            },
                            () -> {
                                list.add("b");
                                added.countDown();
                            });
                };

        assertThat(Explorer.check(setup).toString())
                .containsPattern("B waits to lock list, which A holds");
    }

    @Test
    void what_is_done_under_the_monitor_is_ordered_before_a_later_call() {
        Setup setup =
                () -> {
                    List<String> list = Collections.synchronizedList(new ArrayList<>());
                    var text = new String[1];
                    return Scenario.of(
                                    () -> {
                                        synchronized (list) {
                                            list.add("a");
                                            text[0] = "b";
                                        }
                                    },
                                    () -> {
                                        if (!list.isEmpty()) list.add(text[0]);
                                    })
                            .noDataRaces()
                            .outcome(() -> list);
                };

        assertThat(Explorer.outcomes(setup).counts()).containsOnlyKeys("[a, b]", "[a]");
    }
}
