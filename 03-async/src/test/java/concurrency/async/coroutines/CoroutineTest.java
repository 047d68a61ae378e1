package concurrency.async.coroutines;

import static concurrency.async.coroutines.Coroutine.await;
import static concurrency.async.coroutines.Coroutine.yieldNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.async.coroutines.Coroutine.AsyncFunction;
import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoroutineTest {
    private final List<String> said = new ArrayList<>();
    private final AsyncFunction greet = Coroutine.greet(said);
    private final Coroutine awaitsGreet =
            new AsyncFunction("awaitsGreet", () -> await(greet.call())).call();

    @Test
    void a_function_and_its_coroutine_are_two_things() {
        assertThat(greet).hasToString("async function greet");
        assertThat(greet.call()).hasToString("coroutine greet");
        assertThat(greet.call()).isNotSameAs(greet.call());
    }

    @Test
    void calling_it_runs_nothing() {
        var _ = greet.call();

        assertThat(said).isEmpty();
    }

    @Test
    void it_has_the_next_of_a_generator() throws Exception {
        Coroutine greeting = greet.call();
        Patience.call("next()", greeting::next);
        assertThat(said).containsExactly("Hello");

        assertThat(Patience.call("hasNext()", greeting::hasNext)).isFalse();
        assertThat(said).containsExactly("Hello", "Bye");
    }

    @Test
    void it_has_the_close_of_a_generator() throws Exception {
        Coroutine greeting = greet.call();
        Patience.call("next()", greeting::next);
        greeting.close();

        assertThat(greeting.isOver()).isTrue();
        assertThat(said).containsExactly("Hello");
    }

    @Test
    void awaiting_it_runs_it_and_passes_on_its_yields() throws Exception {
        Patience.call("next()", awaitsGreet::next);
        assertThat(said).as("said when greet has given way").containsExactly("Hello");

        assertThat(Patience.call("hasNext()", awaitsGreet::hasNext)).isFalse();
        assertThat(said).containsExactly("Hello", "Bye");
    }

    @Test
    void closing_it_closes_what_it_awaits() throws Exception {
        Coroutine greeting = greet.call();
        Coroutine outer = new AsyncFunction("outer", () -> await(greeting)).call();
        Patience.call("next()", outer::next);
        Patience.call("close()", TestThread.call(outer::close));

        assertThat(greeting.thread.isAlive()).as("the awaited one's thread is alive").isFalse();
    }

    @Test
    void await_outside_of_a_coroutine_is_an_error() {
        assertThatThrownBy(() -> await(greet.call()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("await outside a coroutine");
        assertThatThrownBy(Coroutine::yieldNow).isInstanceOf(IllegalStateException.class);
        assertThat(said).isEmpty();
    }

    @Test
    void what_an_awaited_one_throws_comes_out_of_the_await() throws Exception {
        var failing =
                new AsyncFunction(
                        "failing",
                        () -> {
                            yieldNow();
                            throw new IllegalArgumentException("no greeting");
                        });
        Runnable body =
                () -> {
                    try {
                        await(failing.call());
                    } catch (IllegalArgumentException e) {
                        said.add(e.getMessage());
                    }
                };
        Coroutine outer = new AsyncFunction("outer", body).call();
        Patience.call("all of it", TestThread.call(() -> outer.forEachRemaining(_ -> {})));

        assertThat(said).containsExactly("no greeting");
    }
}
