// An object for each call of retry: what changes from attempt to attempt are its fields, and it is
// itself the task for the alarm. Easier to follow in a debugger than callbacks in callbacks. The
// fields need no lock, since one attempt is over before the next begins, but only as long as that
// is so.

package concurrency.async.exercise;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

final class Retry {
    interface Alarm {
        void after(long units, Runnable task);
    }

    static <T> CompletableFuture<T> retry(
            Supplier<CompletableFuture<T>> attempt, int attempts, long pause, Alarm alarm) {
        var retrying = new Retrying<T>(attempt, attempts, pause, alarm);
        retrying.run();
        return retrying.result;
    }

    private static final class Retrying<T> implements Runnable {
        final CompletableFuture<T> result = new CompletableFuture<>();
        private final Supplier<CompletableFuture<T>> attempt;
        private final Alarm alarm;
        private int left;
        private long pause;

        Retrying(Supplier<CompletableFuture<T>> attempt, int left, long pause, Alarm alarm) {
            this.attempt = attempt;
            this.left = left;
            this.pause = pause;
            this.alarm = alarm;
        }

        @Override
        public void run() {
            if (result.isDone()) return;
            left--;
            attempt.get().whenComplete(this::ended);
        }

        private void ended(T answer, Throwable failure) {
            switch (failure) {
                case null -> result.complete(answer);
                case CancellationException _ -> result.cancel(true);
                case Throwable _ when left == 0 -> result.completeExceptionally(failure);
                case Throwable _ -> {
                    alarm.after(pause, this);
                    pause *= 2;
                }
            }
        }
    }
}
