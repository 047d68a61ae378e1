package concurrency.async;

import java.util.Optional;

/**
 * What can stop half way and go on later: a {@link Generator}, a {@link Coroutine}.
 *
 * @param <T> what it yields where it stops
 */
interface Resumable<T> {
    /**
     * Runs on to the next yield, on the calling thread; throws what the code on the way throws, and
     * must not be resumed after that.
     *
     * @return what was yielded, or empty at the end
     */
    Optional<T> next();

    /** Ends it where it stands: the rest never runs. */
    void close();
}
