package concurrency.async.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.Specification;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The test completes the parts by hand, and looks at every future after each step. */
@DisplayName("exercise 3.2: gather, all or nothing")
@Specification
class AllOrNothingTest {
    private static final int LOOKS_IN_VAIN = 200;

    private final RuntimeException failure = new IllegalStateException("no connection");

    private final List<CompletableFuture<String>> parts = newParts();

    private List<CompletableFuture<String>> given;
    private CompletableFuture<List<String>> whole;

    private static List<CompletableFuture<String>> newParts() {
        return Stream.generate(() -> new CompletableFuture<String>()).limit(3).toList();
    }

    @Test
    @Order(1)
    void gather_does_not_wait_for_the_parts() {
        gather(parts);
    }

    @Test
    @Order(5)
    void the_results_are_in_the_order_of_the_parts() {
        gather(parts);
        parts.get(2).complete("c");
        parts.get(0).complete("a");
        parts.get(1).complete("b");

        expect(
                "done [a, b, c]",
                "part 2 was the first to arrive, then 0, then 1. What decides a result's place?");
    }

    @Test
    @Order(3)
    void the_whole_is_not_done_before_the_last_part_is() {
        gather(parts);
        parts.get(0).complete("a");
        parts.get(2).complete("c");

        expect("pending", "how do you learn that the last of several futures is done?");
    }

    @Test
    @Order(4)
    void all_happens_on_the_thread_that_completes_a_part() throws Exception {
        gather(parts);
        var completedOn = new CompletableFuture<Thread>();
        var _ = whole.whenComplete((_, _) -> completedOn.complete(Thread.currentThread()));
        for (CompletableFuture<String> part : parts) part.complete("x");
        if (!whole.isDone() && !mayComeLater(whole))
            fails(
                    "The last part has arrived, and the whole is not done.",
                    "who completes the whole, and when?");

        Thread thread = Patience.get("the whole is done", completedOn);
        if (!thread.equals(Thread.currentThread()))
            fails(
                    "The whole is completed on another thread, %s.".formatted(thread.getName()),
                    "which call hands the work to another thread? Its name says so.");
    }

    /** Whether it gets done without the test: which is for another thread to do. */
    private static boolean mayComeLater(Future<?> future) throws Exception {
        Callable<Boolean> stays = Seen.inARow(LOOKS_IN_VAIN, () -> !future.isDone());
        Patience.until(
                "the whole is done, or stays as it is", () -> future.isDone() || stays.call());
        return future.isDone();
    }

    @Test
    @Order(11)
    void the_parts_are_cancelled_when_somebody_fails_the_whole() {
        gather(parts);
        parts.get(0).complete("a");
        whole.completeExceptionally(new TimeoutException());

        if (!parts.get(1).isCancelled() || !parts.get(2).isCancelled())
            fails(
                    "Somebody has made the whole fail; parts 1 and 2 go on, though nobody needs"
                            + " them.",
                    "the whole can end in several ways: which of them do the parts learn of?");
    }

    @Test
    @Order(2)
    void a_whole_of_no_parts_is_done() {
        gather(List.of());

        expect("done []", "if there is no part, then nobody completes the last one.");
    }

    @Test
    @Order(6)
    void the_whole_fails_as_soon_as_a_part_fails() {
        gather(parts);
        parts.get(1).completeExceptionally(failure);

        if (!whole.isCompletedExceptionally())
            fails(
                    "Part 1 has failed, and the whole has not.",
                    "allOf(...) keeps waiting for the other parts. What reacts to the first failure?");

        gather(newParts());
        given.get(1).cancel(true);

        if (!whole.isCompletedExceptionally())
            fails(
                    "Part 1 is cancelled, which counts as failed, and the whole has not failed.",
                    "a part that is cancelled never arrives either.");
    }

    @Test
    @Order(9)
    void a_part_that_has_failed_before_counts_too() {
        parts.get(1).completeExceptionally(failure);
        gather(parts);

        if (!whole.isCompletedExceptionally())
            fails(
                    "Part 1 had failed before, and the whole has not.",
                    "a callback on a future that is done already runs at once.");
        if (!parts.get(2).isCancelled())
            fails(
                    "Part 1 had failed before, and part 2 goes on.",
                    "when the whole fails, has the callback that tells the parts been added?");
    }

    @Test
    @Order(7)
    void the_whole_fails_with_what_the_part_has_failed_with() {
        gather(parts);
        parts.get(1).completeExceptionally(failure);

        if (whole.isDone()) // if not, another test tells
        expect(
                    "failed " + failure,
                    "the first to complete a future decides. Which callback comes first?");
    }

    @Test
    @Order(8)
    void the_other_parts_are_cancelled_when_one_fails() {
        gather(parts);
        parts.get(0).complete("a");
        parts.get(1).completeExceptionally(failure);

        if (!parts.get(2).isCancelled())
            fails(
                    "Part 2 goes on, though nobody needs it any more.",
                    "who calls cancel, and on what? It does not reach the futures behind that.");
    }

    @Test
    @Order(10)
    void the_parts_are_cancelled_when_the_whole_is() {
        gather(parts);
        parts.get(0).complete("a");
        whole.cancel(true);

        if (!parts.get(1).isCancelled() || !parts.get(2).isCancelled())
            fails(
                    "The whole is cancelled; parts 1 and 2 go on, though nobody needs them any"
                            + " more.",
                    "to be cancelled is one more way to be done. Who is told?");
    }

    /** Calls gather(...). If that waits for a part, the parts are completed, so that it ends. */
    private void gather(List<CompletableFuture<String>> those) {
        given = those;
        var watch = new Watch(Thread.currentThread(), given);
        try {
            whole = AllOrNothing.gather(given);
        } catch (CompletionException e) {
            fail(
                    "gather(...) itself throws %s.%n%nHint: %s"
                            .formatted(e, "it gives a future: that is what has to fail."));
        } finally {
            watch.end();
        }
        if (watch.waitedAt != null)
            fail(
                    "gather(...) waits for a part, and the caller with it:%n%n    at %s%n%nHint: %s"
                            .formatted(
                                    watch.waitedAt,
                                    "it gives a future: what is to be done later belongs in a"
                                            + " callback."));
    }

    /** Sees that a caller waits, and lets it go on. */
    private static final class Watch {
        /** One that is just going on may still be seen waiting, but not so often in a row. */
        private static final int LOOKS = 50;

        private volatile String waitedAt;
        private volatile boolean returned;
        private final Thread watch;

        Watch(Thread caller, List<CompletableFuture<String>> parts) {
            watch = Thread.ofPlatform().name("watch").start(() -> watch(caller, parts));
        }

        private void watch(Thread caller, List<CompletableFuture<String>> parts) {
            for (int looks = 0; looks < LOOKS; looks = isWaiting(caller) ? looks + 1 : 0) {
                if (returned) return;
                LockSupport.parkNanos(100_000);
            }
            waitedAt = whereIn(AllOrNothing.class, caller);
            parts.forEach(part -> part.complete("too late"));
        }

        void end() {
            returned = true;
            try {
                watch.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static String whereIn(Class<?> type, Thread thread) {
        return Stream.of(thread.getStackTrace())
                .filter(frame -> frame.getClassName().equals(type.getName()))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse(type.getName());
    }

    private void expect(String state, String hint) {
        if (!state.equals(stateOf(whole))) fails("The whole should be: %s.".formatted(state), hint);
    }

    private void fails(String violated, String hint) {
        String states =
                IntStream.range(0, given.size())
                        .mapToObj(i -> "part " + i + "   " + stateOf(given.get(i)) + "\n")
                        .collect(joining());
        fail("%s%n%n%swhole    %s%n%nHint: %s".formatted(violated, states, stateOf(whole), hint));
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
