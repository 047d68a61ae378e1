// One thread, the caller, knows everything: the pages that are known, those that are left, and how
// many are in flight. The workers only fetch, and send back what they have found. Nothing is
// shared but the channel, so there is no lock and no race to think of: confinement, as in an
// actor.

package concurrency.async.exercise;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

final class Crawler {
    static <P> Set<P> crawl(P first, Function<P, List<P>> links, int most) {
        Set<P> seen = new HashSet<>(List.of(first));
        Queue<P> left = new ArrayDeque<>(seen);
        BlockingQueue<List<P>> found = new LinkedBlockingQueue<>();
        int inFlight = 0;
        try (var workers = Executors.newFixedThreadPool(most)) {
            while (!left.isEmpty() || inFlight > 0) {
                while (!left.isEmpty() && inFlight < most) {
                    P page = left.remove();
                    workers.execute(() -> found.add(links.apply(page)));
                    inFlight++;
                }
                for (P page : found.take()) if (seen.add(page)) left.add(page);
                inFlight--;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return seen;
    }
}
