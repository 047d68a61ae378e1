package concurrency.async.coroutines;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HotOrColdTest {
    private final HotOrCold story = new HotOrCold();

    @Test
    void a_coroutine_that_nobody_awaits_says_nothing() {
        assertThat(story.coroutine()).isEmpty();
    }

    @Test
    void a_FutureTask_that_nobody_runs_says_nothing() {
        assertThat(story.futureTask()).isEmpty();
    }

    @Test
    void a_CompletableFuture_that_nobody_joins_says_Hello() throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            assertThat(Patience.call("a Hello", () -> story.supplyAsync(thread)))
                    .containsExactly("Hello");
        }
    }

    @Test
    void joining_it_twice_runs_it_once() throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            assertThat(Patience.call("both joins", () -> story.joinedTwice(thread)))
                    .containsExactly("Hello");
        }
    }
}
