package concurrency.sharedmemory.sharing;

import static concurrency.kit.TestThread.call;
import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.TestThread;
import org.junit.jupiter.api.Test;

class ConfinementTest {
    @Test
    void a_shared_journal_loses_a_line_in_4_of_6_schedules() {
        assertThatScenario(Confinement::brokenShared)
                .leadsTo("2 written", 2)
                .leadsTo("1 written", 4)
                .andToNothingElse();
    }

    @Test
    void a_journal_for_each_thread_loses_nothing() {
        assertThatScenario(() -> strictly(Confinement.oneEach())).isRightUnderEverySchedule();
    }

    @Test
    void a_single_writer_loses_nothing() {
        assertThatScenario(() -> strictly(Confinement.oneWriter())).isRightUnderEverySchedule();
    }

    @Test
    void an_owned_journal_rejects_another_thread() throws Exception {
        var journal = new Confinement.OwnJournal();
        try (var other = TestThread.start("other", call(() -> journal.write("b")))) {
            assertThatThrownBy(other::result)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("only the owner may write");
        }
        assertThatCode(() -> journal.write("a")).doesNotThrowAnyException();
    }
}
