package concurrency.async.exercise;

import static java.util.stream.Collectors.joining;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future.State;
import org.assertj.core.api.Assertions;

/** For {@link RetryTest}: a server whose answers the test gives by hand, and a virtual clock. */
final class RetriedServer {
    private static final int LOOKS_TO_BE_WAITING = 50;

    private record Ring(long time, long number, Runnable task) implements Comparable<Ring> {
        @Override
        public int compareTo(Ring other) {
            return time == other.time
                    ? Long.compare(number, other.number)
                    : Long.compare(time, other.time);
        }
    }

    private record Attempt(long time, CompletableFuture<String> answer) {
        @Override
        public String toString() {
            return "attempt at %s: %s".formatted(time, answer.state());
        }
    }

    private final PriorityQueue<Ring> rings = new PriorityQueue<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private long now;
    private long rung;
    private CompletableFuture<String> result;
    private boolean watched;

    void retry(int most, long pause) {
        step("retry(...)", () -> result = Retry.retry(this::attempt, most, pause, this::after));
    }

    private CompletableFuture<String> attempt() {
        attempts.add(new Attempt(now, new CompletableFuture<>()));
        return attempts.getLast().answer;
    }

    private void after(long units, Runnable task) {
        rings.add(new Ring(now + units, rung++, task));
    }

    void succeed(String answer) {
        step("the success of an attempt", () -> attempts.getLast().answer.complete(answer));
    }

    void fail(RuntimeException failure) {
        step(
                "the failure of an attempt",
                () -> attempts.getLast().answer.completeExceptionally(failure));
    }

    void cancelAttempt() {
        step("the cancelling of an attempt", () -> attempts.getLast().answer.cancel(true));
    }

    void passTo(long time) {
        while (!rings.isEmpty() && rings.element().time <= time) {
            Ring ring = rings.remove();
            now = ring.time;
            step("a task of the alarm", ring.task);
        }
        now = time;
    }

    /** From now on, no step may be seen waiting; each is made on a thread of its own. */
    RetriedServer watched() {
        watched = true;
        return this;
    }

    private void step(String what, Runnable step) {
        if (watched) watch(what, step);
        else step.run();
    }

    private void watch(String what, Runnable step) {
        try (var thread = TestThread.start("caller", TestThread.call(step::run))) {
            Callable<Boolean> waits =
                    Seen.inARow(LOOKS_TO_BE_WAITING, () -> Seen.waits(thread.thread()));
            Callable<Boolean> stays = () -> waits.call() || Seen.spins(thread.thread());
            Patience.until(what + " has returned", () -> thread.hasEnded() || stays.call());
            if (!thread.hasEnded())
                fails(
                        "%s does not return: %s."
                                .formatted(what, Seen.at(thread.thread(), Retry.class)),
                        "what is to be done later is for the alarm or for a callback.");
            thread.result();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    CompletableFuture<String> result() {
        return result;
    }

    boolean resultIs(String answer) {
        return result.state() == State.SUCCESS && result.resultNow().equals(answer);
    }

    void expectAttempts(String story, String hint, long... times) {
        if (!attempts.stream().map(Attempt::time).toList().equals(boxed(times)))
            fails("%s There should be attempts at %s.".formatted(story, boxed(times)), hint);
    }

    private static List<Long> boxed(long... times) {
        return Arrays.stream(times).boxed().toList();
    }

    void fails(String violated, String hint) {
        String picture = attempts.stream().map(a -> a + "\n").collect(joining());
        String state = result == null ? "none yet" : result.state().toString();
        Assertions.fail(
                "%s%n%n%sresult: %s%nthe time is %s; waiting for the alarm: %s%n%nHint: %s"
                        .formatted(violated, picture, state, now, rings.size(), hint));
    }
}
