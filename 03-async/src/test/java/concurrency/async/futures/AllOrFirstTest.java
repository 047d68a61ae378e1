package concurrency.async.futures;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.async.futures.AllOrFirst.Seen;
import concurrency.kit.HeldBack;
import concurrency.kit.TestThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllOrFirstTest {
    @Test
    void allOf_is_pending_after_the_first_failure() {
        assertThat(AllOrFirst.allOf()).isEqualTo(new Seen(false, false));
    }

    @Test
    void allAsList_fails_at_once_and_cancels_nothing() {
        assertThat(AllOrFirst.allAsList()).isEqualTo(new Seen(true, false));
    }

    @Test
    void anyOf_takes_the_first_end_though_it_is_a_failure() {
        assertThat(AllOrFirst.anyOf()).isEqualTo(new Seen(true, false));
    }

    /** The loser begins when the winner waits for it, or the winner when the loser waits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void invokeAny_takes_the_first_success_and_interrupts_the_rest(int late) throws Exception {
        var story = new AllOrFirst();
        var threads = new HeldBack(late);
        try (var caller = TestThread.start("caller", () -> story.invokeAny(threads))) {
            caller.until("the other one waits", () -> threads.waits(3 - late));
            assertThat(caller.hasEnded()).as("it has ended without the late one").isFalse();
            threads.letGo();
            assertThat(caller.result()).isEqualTo("winner");
        }
        assertThat(story.loserWasInterrupted()).as("the loser was interrupted").isTrue();
    }
}
