package concurrency.threading.turns;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.threading.turns.SlicingAddsNoSpeed.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicingAddsNoSpeedTest {
    @ParameterizedTest
    @CsvSource({"1, 7", "2, 4", "3, 3", "4, 2"})
    void all_is_done_after_work_plus_switches_never_sooner(int quantum, int switches) {
        for (int cost = 0; cost <= 3; cost++) {
            var turns = SlicingAddsNoSpeed.run(SlicingAddsNoSpeed.TASKS, quantum, cost);

            assertThat(SlicingAddsNoSpeed.switches(turns)).isEqualTo(switches);
            assertThat(turns.getLast().end())
                    .as("8 units of work and %d switches of %d", switches, cost)
                    .isEqualTo(8 + switches * cost);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, A.B.C.A.B.A.B.A",
        "2, AA.BB.C.AA.B",
        "3, AAA.BBB.C.A",
        "4, AAAA.BBB.C",
    })
    void the_tasks_take_turns_of_at_most_the_quantum(int quantum, String drawing) {
        var turns = SlicingAddsNoSpeed.run(SlicingAddsNoSpeed.TASKS, quantum, 1);

        assertThat(SlicingAddsNoSpeed.drawing(turns)).isEqualTo(drawing);
    }

    @Test
    void with_shorter_turns_the_short_task_is_done_sooner() {
        assertThat(List.of(1, 2, 3, 4))
                .extracting(q -> SlicingAddsNoSpeed.run(SlicingAddsNoSpeed.TASKS, q, 1))
                .extracting(turns -> SlicingAddsNoSpeed.done('C', turns))
                .containsExactly(5, 7, 9, 10);
    }

    @Test
    void a_task_alone_is_cut_but_never_switched() {
        var turns = SlicingAddsNoSpeed.run(List.of(new Task('A', 4)), 1, 1);

        assertThat(turns).hasSize(4);
        assertThat(SlicingAddsNoSpeed.drawing(turns)).isEqualTo("AAAA");
    }
}
