package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private final List<String> said = new ArrayList<>();
    private final Generator<Integer> greetings = Generator.greetings(said);

    @Test
    void calling_it_runs_nothing() {
        assertThat(said).as("said by the call alone").isEmpty();
    }

    @Test
    void each_next_runs_exactly_to_the_next_yield() {
        assertThat(greetings.next()).contains(1);
        assertThat(said).containsExactly("Hi");
        assertThat(greetings.next()).contains(7);
        assertThat(said).containsExactly("Hi", "Hello");
        assertThat(greetings.next()).contains(4);
        assertThat(said).containsExactly("Hi", "Hello", "Howdy");
    }

    @Test
    void the_code_after_the_last_yield_runs_too_and_then_there_is_nothing_more() {
        greetings.then(() -> said.add("Bye"));
        for (int i = 0; i < 3; i++) greetings.next();

        assertThat(greetings.next()).isEmpty();
        assertThat(greetings.next()).isEmpty();
        assertThat(said).containsExactly("Hi", "Hello", "Howdy", "Bye");
    }

    @Test
    void closed_half_way_it_never_runs_its_rest() {
        greetings.next();
        greetings.close();

        assertThat(greetings.next()).isEmpty();
        assertThat(said).containsExactly("Hi");
    }

    @Test
    void two_calls_make_two_generators_each_at_its_own_place() {
        Generator<Integer> other = Generator.greetings(said);
        greetings.next();

        assertThat(other.next()).contains(1);
        assertThat(greetings.next()).contains(7);
    }
}
