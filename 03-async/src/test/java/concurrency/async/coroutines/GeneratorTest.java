package concurrency.async.coroutines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.async.coroutines.Generator.Greetings;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private final List<String> said = new ArrayList<>();
    private final Greetings greetings = new Greetings(said);

    @Test
    void calling_it_runs_nothing() {
        assertThat(said).isEmpty();
        assertThat(greetings.hasNext()).isTrue();
        assertThat(said).as("said after hasNext()").isEmpty();
    }

    @Test
    void each_next_runs_it_to_its_next_yield() {
        assertThat(greetings.next()).isEqualTo(1);
        assertThat(said).containsExactly("Hi");
        assertThat(greetings.next()).isEqualTo(7);
        assertThat(said).containsExactly("Hi", "Hello");
        assertThat(greetings.next()).isEqualTo(4);
        assertThat(said).containsExactly("Hi", "Hello", "Howdy");
    }

    @Test
    void after_its_last_yield_there_is_no_next() {
        assertThat(greetings).toIterable().containsExactly(1, 7, 4);
        assertThatThrownBy(greetings::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void each_generator_has_its_own_place() {
        greetings.next();

        assertThat(new Greetings(said).next()).isEqualTo(1);
        assertThat(greetings.next()).isEqualTo(7);
    }
}
