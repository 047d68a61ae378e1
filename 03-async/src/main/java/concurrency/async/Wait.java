package concurrency.async;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** What a task waits for when it gives way: it yields one of these to its {@link EventLoop}. */
sealed interface Wait {
    /** For its next turn: whoever is ready goes first. */
    record Turn() implements Wait {}

    /**
     * For the clock.
     *
     * @param points how long, in points of the loop's time, at least 0
     */
    record Sleep(long points) implements Wait {
        public Sleep {
            if (points < 0)
                throw new IllegalArgumentException("points must be at least 0, not " + points);
        }
    }

    /**
     * For a future that the loop's own tasks complete, such as the end of one of them. If several
     * wait for the same one, no order among them is promised.
     */
    record Until(CompletionStage<?> future) implements Wait {}

    /** For the work of others, a thread or a server: no sleeper is woken until it is done. */
    record Outside(CompletionStage<?> work) implements Wait {}

    /** To await its next turn. */
    static Resumable<Wait> turn() {
        return new Generator<Wait>().yield(new Turn());
    }

    /** To await a later time. */
    static Resumable<Wait> sleep(long points) {
        return new Generator<Wait>().yield(new Sleep(points));
    }

    /** To await a future that the loop's own tasks complete. */
    static Resumable<Wait> until(CompletableFuture<?> future) {
        return new Awaited<>(future, new Until(future), _ -> {});
    }

    /** To await the work of others; {@code use} takes the result, as a step of the task. */
    static <T> Resumable<Wait> outside(CompletableFuture<T> work, Consumer<T> use) {
        return new Awaited<>(work, new Outside(work), use);
    }

    /** Yields while the future is not ready, and never if it is; fails as the future has failed. */
    record Awaited<T>(CompletableFuture<T> future, Wait until, Consumer<T> use)
            implements Resumable<Wait> {
        @Override
        public Optional<Wait> next() {
            if (!future.isDone()) return Optional.of(until);
            use.accept(future.join());
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
