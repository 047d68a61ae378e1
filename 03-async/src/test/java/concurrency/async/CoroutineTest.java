package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoroutineTest {
    private final List<String> said = new ArrayList<>();
    private final AsyncFunction greet = Greeting.greet(said);

    @Test
    void the_function_and_what_it_makes_are_told_apart_when_printed() {
        assertThat(greet).hasToString("async function greet");
        assertThat(greet.call()).hasToString("coroutine greet");
    }

    @Test
    void calling_the_function_runs_nothing() {
        greet.call();

        assertThat(said).as("said by the call alone").isEmpty();
    }

    @Test
    void awaiting_runs_it_to_its_end() throws Exception {
        awaited(greet.call());

        assertThat(said).containsExactly("Hello", "Bye");
    }

    @Test
    void each_call_makes_a_new_coroutine() throws Exception {
        awaited(greet.call());
        awaited(greet.call());

        assertThat(said).containsExactly("Hello", "Bye", "Hello", "Bye");
    }

    @Test
    void it_has_the_generators_next_which_hands_out_what_it_waits_for() throws Exception {
        Coroutine coroutine = greet.call();
        List<Optional<Wait>> yielded = new ArrayList<>();
        inATask(() -> yielded.add(coroutine.next()));

        assertThat(yielded).containsExactly(Optional.of(new Wait.Turn()));
        assertThat(said).containsExactly("Hello");
    }

    @Test
    void it_has_the_generators_close_after_which_neither_it_nor_what_it_awaits_goes_on()
            throws Exception {
        var coroutine = new Coroutine().await(greet::call).then(() -> said.add("after it"));
        List<Optional<Wait>> yielded = new ArrayList<>();
        inATask(coroutine::next);
        coroutine.close();
        inATask(() -> yielded.add(coroutine.next()));

        assertThat(yielded).containsExactly(Optional.empty());
        assertThat(said).containsExactly("Hello");
    }

    @Test
    void await_outside_a_task_is_refused() {
        Coroutine coroutine = greet.call();

        assertThatThrownBy(coroutine::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("await outside a task: spawn coroutine greet");
    }

    @Test
    void a_future_runs_though_nobody_joins_it() throws Exception {
        assertThat(Patience.call(Greeting::inFuture)).containsExactly("Hello");
    }

    private static void awaited(Coroutine coroutine) throws Exception {
        Patience.call(
                () -> {
                    Greeting.await(coroutine);
                    return null;
                });
    }

    private static void inATask(Runnable code) throws Exception {
        awaited(new Coroutine().then(code));
    }
}
