package concurrency.async.exercise;

import concurrency.kit.Specification;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The test lets the attempts fail or succeed by hand, and the time pass. */
@DisplayName("exercise 3.4: try again, but not at once")
@Specification
class RetryTest {
    private final RuntimeException busy = new IllegalStateException("server busy");

    private final RetriedServer server = new RetriedServer();

    @Test
    @Order(1)
    void the_first_attempt_is_made_at_once_and_nobody_waits_for_it() {
        server.watched().retry(3, 10);
        server.expectAttempts("The call has returned.", "when is the first one made?", 0);
    }

    @Test
    @Order(2)
    void a_success_is_the_result() {
        server.retry(3, 10);
        server.succeed("42");
        server.passTo(1000);
        if (!server.resultIs("42"))
            server.fails("The first attempt has succeeded.", "who completes the result?");
        server.expectAttempts("The first attempt has succeeded.", "who asks again?", 0);
    }

    @Test
    @Order(3)
    void after_a_failure_there_is_another_attempt() {
        server.retry(3, 10);
        server.fail(busy);
        server.passTo(10);
        server.expectAttempts("The first attempt has failed at 0.", "who asks the alarm?", 0, 10);
        server.succeed("42");
        if (!server.resultIs("42"))
            server.fails("The second attempt has succeeded.", "who completes the result?");
    }

    @Test
    @Order(4)
    void each_pause_is_twice_as_long_as_the_last() {
        server.retry(5, 10);
        server.fail(busy);
        server.passTo(15); // the second attempt takes 5
        server.fail(busy);
        server.passTo(35);
        server.fail(busy);
        server.passTo(75);
        server.expectAttempts(
                "The attempts have failed at 0, 15 and 35; the pauses are 10, 20 and 40.",
                "a pause begins when an attempt has failed, and how long is the next?",
                0,
                10,
                35,
                75);
    }

    @Test
    @Order(5)
    void no_more_attempts_are_made_than_asked_for() {
        server.retry(3, 10);
        server.fail(busy);
        server.passTo(10);
        server.fail(busy);
        server.passTo(30);
        server.fail(busy);
        server.passTo(1000);
        server.expectAttempts(
                "Three attempts are asked for, and all have failed.",
                "how many are used up when the first one has failed?",
                0,
                10,
                30);
    }

    @Test
    @Order(6)
    void when_the_last_attempt_fails_so_does_the_result() {
        server.retry(2, 10);
        server.fail(new IllegalStateException("no connection"));
        server.passTo(10);
        server.fail(busy);
        if (server.result().state() != State.FAILED || !busy.equals(server.result().exceptionNow()))
            server.fails(
                    "The last attempt has failed with %s.".formatted(busy),
                    "with whose failure, and is there anything left to wait for?");
    }

    @Test
    @Order(7)
    void a_cancelled_attempt_is_not_repeated() {
        server.retry(3, 10);
        server.cancelAttempt();
        server.passTo(1000);
        server.expectAttempts(
                "Somebody has cancelled the first attempt.",
                "a cancellation comes as a failure. Of which class?",
                0);
        if (!server.result().isCancelled())
            server.fails("The attempt is cancelled, and the result is not.", "who is told?");
    }

    @Test
    @Order(8)
    void when_the_result_is_cancelled_no_attempt_is_made() {
        server.retry(3, 10);
        server.fail(busy);
        server.passTo(5);
        server.result().cancel(true);
        server.passTo(1000);
        server.expectAttempts(
                "Somebody has cancelled the result at 5, in the pause.",
                "when the alarm rings, is there anybody who wants to know?",
                0);
    }

    @Test
    @Order(9)
    void a_cancellation_is_known_by_its_class() {
        server.retry(2, 10);
        server.fail(new CancellationException("of the server's own"));
        server.passTo(1000);
        server.expectAttempts(
                "The first attempt has failed with a CancellationException.",
                "what does cancel(...) complete a future with?",
                0);
    }

    @Test
    @Order(10)
    void nobody_waits_in_a_call() {
        for (int attempts : List.of(1, 3)) {
            server.watched().retry(attempts, 3_600_000);
            server.fail(busy);
        }
    }
}
