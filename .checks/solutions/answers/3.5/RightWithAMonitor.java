// A fixed number of worker threads, and one lock for the pages that are known, those that are
// left, and how many are being fetched. A worker that finds nothing waits, for a page may still be
// found by another; only when nothing is left and nobody is at work is it over, and then all have
// to be told.

package concurrency.async.exercise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

final class Crawler {
    static <P> Set<P> crawl(P first, Function<P, List<P>> links, int most) {
        var crawl = new Crawl<P>(links);
        crawl.add(List.of(first));
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < most; i++) workers.add(new Thread(crawl::work));
        workers.forEach(Thread::start);
        try {
            for (Thread worker : workers) worker.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return crawl.seen;
    }

    private static final class Crawl<P> {
        final Set<P> seen = new HashSet<>();
        private final Queue<P> left = new ArrayDeque<>();
        private final Function<P, List<P>> links;
        private int atWork;

        Crawl(Function<P, List<P>> links) {
            this.links = links;
        }

        synchronized void add(List<P> pages) {
            for (P page : pages) if (seen.add(page)) left.add(page);
            notifyAll();
        }

        void work() {
            try {
                for (P page = next(); page != null; page = next()) {
                    add(links.apply(page));
                    end();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized P next() throws InterruptedException {
            while (left.isEmpty() && atWork > 0) wait();
            if (!left.isEmpty()) atWork++;
            return left.poll();
        }

        private synchronized void end() {
            atWork--;
            notifyAll();
        }
    }
}
