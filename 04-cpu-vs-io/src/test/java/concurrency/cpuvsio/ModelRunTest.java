package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelRunTest {
    @Test
    void a_core_is_kept_until_its_task_waits_or_ends() {
        assertThat(ModelRun.of(List.of("-X--", "---"), 2, 1).drawing())
                .isEqualTo(
                        """
                        -X..--   task 1
                        .---     task 2
                        0        time units\
                        """);
    }

    @Test
    void a_free_core_goes_to_the_task_that_has_been_ready_longest() {
        assertThat(ModelRun.of(List.of("-XXX-", "-X-", "----"), 3, 1).drawing())
                .isEqualTo(
                        """
                        -XXX...-   task 1
                        .-X...-    task 2
                        ..----     task 3
                        0          time units\
                        """);
    }

    @Test
    void a_task_begins_when_fewer_than_allowed_are_in_flight() {
        assertThat(ModelRun.of(List.of("-XX", "-X", "-"), 2, 2).drawing())
                .isEqualTo(
                        """
                        -XX   task 1
                        -X    task 2
                          -   task 3
                        0     time units\
                        """);
    }

    @Test
    void the_cores_line_shows_when_all_cores_are_idle() {
        assertThat(ModelRun.of(List.of("-XX-", "-X"), 2, 2).coresLine()).isEqualTo("-XX-");
    }

    @Test
    void the_ruler_counts_time_units_in_tens() {
        assertThat(ModelRun.of(List.of("-".repeat(23)), 1, 1).drawing())
                .endsWith("\n0         10        20    time units");
    }
}
