package concurrency.async.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The test completes the servers and the deadline by hand, and looks after each step. */
@DisplayName("exercise 3.3: the first answer before the deadline")
@Specification
class FirstAnswerTest {
    private final RuntimeException failure = new IllegalStateException("no connection");

    private final List<CompletableFuture<String>> servers =
            Stream.generate(() -> new CompletableFuture<String>()).limit(3).toList();

    private final CompletableFuture<Void> deadline = new CompletableFuture<>();
    private CompletableFuture<String> first;

    @Test
    @Order(1)
    void the_first_server_that_answers_decides() {
        first = FirstAnswer.first(servers, deadline);
        expect("pending", "no server has answered yet.");
        servers.get(1).complete("b");
        servers.get(0).complete("a");

        expect("done b", "server 1 was the first to answer. Which call completes the future?");
    }

    @Test
    @Order(2)
    void a_failure_decides_nothing_while_another_may_answer() {
        first = FirstAnswer.first(servers, deadline);
        servers.get(0).completeExceptionally(failure);
        servers.get(2).cancel(true);
        expect("pending", "server 1 may still answer. Who takes notice of a failure?");
        servers.get(1).complete("b");

        expect("done b", "two have failed, and the third has answered.");
    }

    @Test
    @Order(3)
    void when_all_have_failed_it_fails_with_the_last_failure() {
        first = FirstAnswer.first(servers, deadline);
        servers.get(2).completeExceptionally(new IllegalStateException("no such host"));
        servers.get(0).cancel(true);
        servers.get(1).completeExceptionally(failure);

        expect("failed " + failure, "how does a server know that it is the last to fail?");
    }

    @Test
    @Order(4)
    void at_the_deadline_it_fails_with_a_timeout() {
        first = FirstAnswer.first(servers, deadline);
        servers.get(0).completeExceptionally(failure);
        deadline.complete(null);

        if (first.state() != State.FAILED || !(first.exceptionNow() instanceof TimeoutException))
            fails(
                    "The deadline is done, and there is no TimeoutException.",
                    "what can be run when the deadline is done?");
    }

    @Test
    @Order(5)
    void an_answer_cancels_the_other_servers() {
        first = FirstAnswer.first(servers, deadline);
        servers.get(1).complete("b");

        serversAreOver("Server 1 has answered", 0, 2);
    }

    @Test
    @Order(6)
    void the_deadline_cancels_the_servers() {
        first = FirstAnswer.first(servers, deadline);
        deadline.complete(null);

        serversAreOver("The time is up", 0, 1, 2);
    }

    @Test
    @Order(7)
    void cancelling_it_cancels_the_servers() {
        first = FirstAnswer.first(servers, deadline);
        first.cancel(true);

        serversAreOver("Somebody has cancelled the first answer", 0, 1, 2);
    }

    @Test
    @Order(8)
    void no_deadline_is_left_behind() {
        first = FirstAnswer.first(servers, deadline);
        servers.get(1).complete("b");
        deadlineIsOver("Server 1 has answered");
    }

    @Test
    @Order(9)
    void no_deadline_is_left_behind_when_all_have_failed() {
        first = FirstAnswer.first(servers, deadline);
        servers.forEach(server -> server.completeExceptionally(failure));
        deadlineIsOver("All servers have failed");
    }

    private void serversAreOver(String story, int... those) {
        for (int server : those)
            if (!servers.get(server).isDone())
                fails(
                        "%s; server %s goes on, though nobody needs it any more."
                                .formatted(story, server),
                        "the future can end in several ways. Who is told of each of them?");
    }

    private void deadlineIsOver(String story) {
        if (!deadline.isCancelled())
            fails(
                    "%s; the deadline goes on, and somewhere an alarm waits for it."
                            .formatted(story),
                    "what else is to be cancelled when the future has ended?");
    }

    private void expect(String state, String hint) {
        if (!state.equals(stateOf(first)))
            fails("The first answer should be: %s.".formatted(state), hint);
    }

    private void fails(String violated, String hint) {
        fail(
                "%s%n%nserver 0      %s%nserver 1      %s%nserver 2      %s%ndeadline      %s%nfirst answer  %s%n%nHint: %s"
                        .formatted(
                                violated,
                                stateOf(servers.get(0)),
                                stateOf(servers.get(1)),
                                stateOf(servers.get(2)),
                                stateOf(deadline),
                                stateOf(first),
                                hint));
    }

    private static String stateOf(Future<?> future) {
        return switch (future.state()) {
            case RUNNING -> "pending";
            case SUCCESS -> "done " + future.resultNow();
            case FAILED -> "failed " + future.exceptionNow();
            case CANCELLED -> "cancelled";
        };
    }
}
