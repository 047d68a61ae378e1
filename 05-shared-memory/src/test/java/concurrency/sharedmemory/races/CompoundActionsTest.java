package concurrency.sharedmemory.races;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.races.CompoundActions.bothAdd;
import static concurrency.sharedmemory.races.CompoundActions.bothAsk;
import static concurrency.sharedmemory.races.CompoundActions.bothCount;
import static concurrency.sharedmemory.races.CompoundActions.listAndAdd;
import static concurrency.sharedmemory.races.CompoundActions.synchronizedList;

import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CompoundActionsTest {
    @Test
    void contains_then_add_adds_twice_in_4_of_6_schedules() {
        assertThatScenario(
                        () -> bothAdd(synchronizedList(), CompoundActions::brokenContainsThenAdd))
                .leadsTo("[Ann]", 2)
                .leadsTo("[Ann, Ann]", 4)
                .andToNothingElse();
    }

    @Test
    void contains_then_add_under_the_lock_of_the_list_adds_once() {
        assertThatScenario(() -> strictly(bothAdd(synchronizedList(), CompoundActions::oneLock)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("[Ann]");
    }

    @Test
    void addIfAbsent_adds_once() {
        assertThatScenario(
                        () ->
                                strictly(
                                        bothAdd(
                                                new CopyOnWriteArrayList<>(),
                                                CompoundActions::addIfAbsent)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("[Ann]");
    }

    @Test
    void get_then_put_loses_a_visit_in_4_of_6_schedules() {
        assertThatScenario(() -> bothCount(CompoundActions::brokenGetThenPut))
                .leadsTo("{Ann=2}", 2)
                .leadsTo("{Ann=1}", 4)
                .andToNothingElse();
    }

    @Test
    void merge_loses_no_visit() {
        assertThatScenario(() -> strictly(bothCount(CompoundActions::merge)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("{Ann=2}");
    }

    @Test
    void check_then_put_hands_out_two_tables_in_4_of_18_schedules() {
        assertThatScenario(() -> bothAsk(CompoundActions::brokenCheckThenPut))
                .leadsTo("one table", 14)
                .leadsTo("two tables", 4)
                .andToNothingElse();
    }

    @Test
    void putIfAbsent_hands_out_one_table() {
        assertThatScenario(() -> strictly(bothAsk(CompoundActions::putIfAbsent)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("one table");
    }

    @Test
    void computeIfAbsent_hands_out_one_table() {
        assertThatScenario(() -> strictly(bothAsk(CompoundActions::computeIfAbsent)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("one table");
    }

    @Test
    void a_loop_over_a_synchronized_list_fails_in_3_of_5_schedules() {
        assertThatScenario(() -> listAndAdd(synchronizedList()))
                .leadsTo("A sees [Ann]", 1)
                .leadsTo("A sees [Ann, Bob]", 1)
                .leadsTo("java.util.ConcurrentModificationException", 3)
                .andToNothingElse();
    }

    @Test
    void a_copy_on_write_list_is_seen_as_it_was_when_the_loop_began() {
        assertThatScenario(() -> strictly(listAndAdd(new CopyOnWriteArrayList<>())))
                .isRightUnderEverySchedule()
                .leadsTo("A sees [Ann]", 4)
                .leadsTo("A sees [Ann, Bob]", 1)
                .andToNothingElse();
    }
}
