package concurrency.async.futures;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.async.futures.AllOrFirst.Seen;
import concurrency.kit.HeldBack;
import concurrency.kit.TestThread;
import org.junit.jupiter.api.Test;

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

    @Test
    void invokeAny_takes_the_first_success_and_interrupts_the_rest() throws Exception {
        var story = new AllOrFirst();
        var threads = new HeldBack(1); // the loser begins when the winner waits for it
        try (var caller = TestThread.start("caller", () -> story.invokeAny(threads))) {
            caller.until("the winner waits", () -> threads.waits(2));
            assertThat(caller.hasEnded()).as("there is a winner, and no loser yet").isFalse();
            threads.letGo();
            assertThat(caller.result()).isEqualTo("winner");
        }
        assertThat(story.loserWasInterrupted()).as("the loser was interrupted").isTrue();
    }
}
