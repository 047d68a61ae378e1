package concurrency.sharedmemory.explorer.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Position;
import concurrency.sharedmemory.explorer.Position.End;
import concurrency.sharedmemory.explorer.Position.Move;
import concurrency.sharedmemory.explorer.Position.Row;
import concurrency.sharedmemory.explorer.Position.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionTest {
    private static final String FILE = "concurrency/sharedmemory/explorer/programs/Counters.java";
    private static final List<String> AT_THE_INCREMENT = List.of(FILE + ":13");

    @Test
    void it_tells_the_steps_so_far_and_where_each_thread_stands() {
        var position = Explorer.position(Counters::broken, "AB");

        assertThat(position)
                .isEqualTo(
                        new Position(
                                "AB",
                                List.of("x"),
                                List.of("0"),
                                List.of(
                                        new Row(
                                                "A",
                                                "A",
                                                "read",
                                                0,
                                                "0",
                                                List.of("0"),
                                                AT_THE_INCREMENT),
                                        new Row(
                                                "B",
                                                "B",
                                                "read",
                                                0,
                                                "0",
                                                List.of("0"),
                                                AT_THE_INCREMENT)),
                                List.of(
                                        new Standing("A", "write x", "", -1, AT_THE_INCREMENT),
                                        new Standing("B", "write x", "", -1, AT_THE_INCREMENT)),
                                List.of(new Move("A", "write x"), new Move("B", "write x")),
                                false,
                                "",
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void at_the_end_it_tells_the_outcome() {
        var position = Explorer.position(Counters::broken, "ABBA");

        assertThat(position.end()).contains(new End("x = 1", Optional.of("an addition is lost")));
        assertThat(position.possible()).isEmpty();
        assertThat(position.threads())
                .containsExactly(
                        new Standing("A", "", "", -1, List.of()),
                        new Standing("B", "", "", -1, List.of()));
    }

    @Test
    void a_thread_that_cannot_go_on_says_why() {
        var position = Explorer.position(Counters::locked, "A");

        assertThat(position.threads().getLast().waits())
                .isEqualTo("B waits to lock counter, which A holds (Counters.java:28)");
        assertThat(position.possible()).extracting(Move::letter).containsExactly("A");
    }

    @Test
    void a_thread_that_waits_for_a_lock_does_so_since_it_was_taken() {
        assertThat(Explorer.position(Counters::locked, "A").threads())
                .extracting(Standing::since)
                .containsExactly(-1, 0);
        assertThat(Explorer.position(Counters::locked, "AAA").threads())
                .extracting(Standing::since)
                .containsExactly(-1, 0);
    }

    @Test
    void a_thread_that_waits_to_be_notified_does_so_since_its_own_step() {
        var waiting = Explorer.position(Counters::waiting, "AAAB").threads().getFirst();

        assertThat(waiting.waits()).startsWith("A waits for a notify on");
        assertThat(waiting.since()).isEqualTo(2);
    }

    @Test
    void a_notified_thread_waits_for_the_lock_since_it_was_taken() {
        var notified = Explorer.position(Counters::waiting, "AAABBB").threads().getFirst();

        assertThat(notified.waits()).startsWith("A waits to lock");
        assertThat(notified.since()).isEqualTo(3);
    }

    @Test
    void at_the_entry_of_a_synchronized_method_a_thread_stands_at_its_first_line() {
        var atTheEntry = Explorer.position(Counters::locked, "").threads().getFirst();

        assertThat(atTheEntry.where()).containsExactly(FILE + ":28");
    }

    @Test
    void late_writes_are_moves_of_their_own() {
        var position = Explorer.position(() -> Counters.broken().lateWrites(), "AA");

        assertThat(position.late()).isTrue();
        assertThat(position.possible())
                .containsExactly(new Move("B", "read x"), new Move("a", "arrive x"));
    }

    @Test
    void an_impossible_letter_leaves_the_run_before_it_and_says_why() {
        var position = Explorer.position(Counters::broken, "AAAB");

        assertThat(position.schedule()).isEqualTo("AA");
        assertThat(position.refused()).contains("after AA, A has ended; possible: B (read x)");
    }

    @Test
    void a_hundred_thousand_letters_are_followed_as_far_as_they_go() {
        var position = Explorer.position(Counters::broken, "AA" + "B".repeat(100_000));

        assertThat(position.schedule()).isEqualTo("AABB");
        assertThat(position.refused())
                .contains("after AABB, B has ended; nothing is possible, the run is over");
    }

    @Test
    void what_is_no_word_is_rejected() {
        assertThatThrownBy(() -> Explorer.position(Counters::broken, "A-B"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'-B' is not");
    }
}
