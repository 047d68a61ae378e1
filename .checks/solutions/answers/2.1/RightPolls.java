// Looks again and again, and sleeps in between.

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
            while (threads.stream().anyMatch(Thread::isAlive)) Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the jobs run", e);
        }
        return results;
    }
}
