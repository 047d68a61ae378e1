package concurrency.async.futures;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import org.junit.jupiter.api.Test;

class GatherTest {
    private final Gather story = new Gather();

    @Test
    void waits_one_by_one_cost_their_sum() throws Exception {
        assertThat(Patience.call("the loop", story::oneByOne))
                .containsExactly("news at 1000", "mail at 2200", "weather at 3000", "page at 3000");
    }

    @Test
    void waits_together_cost_the_longest() throws Exception {
        assertThat(Patience.call("the loop", story::together))
                .containsExactly("weather at 800", "news at 1000", "mail at 1200", "page at 1200");
    }

    @Test
    void what_counts_is_when_they_begin_not_when_they_are_awaited() throws Exception {
        assertThat(Patience.call("the loop", story::askedTogetherAwaitedInTurn))
                .last()
                .isEqualTo("page at 1200");
    }
}
