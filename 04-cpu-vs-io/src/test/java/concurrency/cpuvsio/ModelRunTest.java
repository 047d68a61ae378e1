package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRunTest {
    private static List<Task> tasks(String... lines) {
        return Stream.of(lines).map(Task::new).toList();
    }

    @Test
    void a_core_is_kept_until_its_task_waits_or_ends() {
        assertThat(ModelRun.of(tasks("-X--", "---"), 2, 1).drawing())
                .isEqualTo(
                        """
                        -X..--   task 1
                        .---     task 2
                        ------|--> points of time\
                        """);
    }

    @Test
    void a_free_core_goes_to_the_task_that_has_been_ready_longest() {
        assertThat(ModelRun.of(tasks("-XXX-", "-X-", "----"), 3, 1).drawing())
                .isEqualTo(
                        """
                        -XXX...-   task 1
                        .-X...-    task 2
                        ..----     task 3
                        --------|--> points of time\
                        """);
    }

    @Test
    void a_task_begins_when_another_has_ended_if_as_many_as_allowed_are_in_flight() {
        assertThat(ModelRun.of(tasks("-XX", "-X", "-"), 2, 2).drawing())
                .isEqualTo(
                        """
                        -XX   task 1
                        -X    task 2
                          -   task 3
                        ---|--> points of time\
                        """);
    }

    @Test
    void the_cores_line_shows_the_points_at_which_all_of_them_are_idle() {
        assertThat(ModelRun.of(tasks("-XX-", "-X"), 2, 2).coresLine()).isEqualTo("-XX-");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, tasks must be at least 1",
        "1, 0, 1, tasks in flight must be at least 1",
        "1, 1, 0, cores must be at least 1"
    })
    void less_than_one_of_anything_is_refused(int tasks, int inFlight, int cores, String says) {
        assertThatThrownBy(() -> ModelRun.of(tasks("-").subList(0, tasks), inFlight, cores))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(says + ", not 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--x-", "- X"})
    void a_task_drawn_otherwise_is_refused(String line) {
        assertThatThrownBy(() -> new Task(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a task is drawn with - (works) and X (waits), not as '" + line + "'");
    }
}
