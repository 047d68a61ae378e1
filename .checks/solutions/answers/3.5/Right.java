// A virtual thread for each page, and a semaphore for those that may be in flight. A set that many
// threads may add to tells each of them whether it was the first; a phaser counts the pages that
// are not over, and the caller waits for none. Threads are cheap here, so there is no queue of
// pages: what waits for a permit is a thread.

package concurrency.async.exercise;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

final class Crawler {
    static <P> Set<P> crawl(P first, Function<P, List<P>> links, int most) {
        Set<P> seen = ConcurrentHashMap.newKeySet();
        var left = new Phaser(1);
        var permits = new Semaphore(most);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            class Visit {
                void to(P page) {
                    if (!seen.add(page)) return;
                    left.register();
                    threads.execute(() -> fetch(page));
                }

                void fetch(P page) {
                    permits.acquireUninterruptibly();
                    List<P> found;
                    try {
                        found = links.apply(page);
                    } finally {
                        permits.release();
                    }
                    found.forEach(this::to);
                    left.arriveAndDeregister();
                }
            }
            new Visit().to(first);
            left.arriveAndAwaitAdvance();
        }
        return seen;
    }
}
