// Threads by hand: one loop starts them all, a second one joins them all. Each thread writes to a
// place of its own, so no two write to the same one; that a thread has ended happens-before the
// return of its join, so the caller sees the results without a lock. Easy to get wrong: one loop
// for both.

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        List<T> results = new ArrayList<>(Collections.nCopies(jobs.size(), null));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            int place = i;
            threads.add(new Thread(() -> results.set(place, jobs.get(place).get())));
        }
        for (Thread thread : threads) thread.start();
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the jobs run", e);
        }
        return results;
    }
}
