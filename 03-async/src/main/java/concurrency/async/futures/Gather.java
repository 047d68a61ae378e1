package concurrency.async.futures;

import concurrency.async.loop.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Waits that overlap cost the longest of them, not the sum.
 *
 * <p>Predict: the news takes 1000 ms, mail 1200, the weather 800. When is the page of all three
 * done if each is asked for only when the one before is there? If all are asked for at once? And if
 * all are asked for, then awaited one after the other?
 *
 * <p>Why: a future is hot ({@link concurrency.async.coroutines.HotOrCold HotOrCold}), so what
 * counts is when each begins, not when it is awaited. Asking only when the one before is there is
 * right for a question that needs that answer, and slow for all others.
 *
 * <p>{@code allOf} has no result; the parts are read from their own futures when it is done.
 * Guava's {@code Futures.allAsList} gives their list. Choose the JDK's, unless your methods return
 * Guava's {@code ListenableFuture} already. The time is that of a {@link VirtualClock}.
 *
 * <p>Next: {@link AllOrFirst}
 */
public final class Gather {
    private final VirtualClock clock = new VirtualClock();
    private final List<String> log = new ArrayList<>();

    private CompletableFuture<Void> fetch(String part, long ms) {
        return clock.sleep(ms).thenRun(() -> log.add(part + " at " + clock.now()));
    }

    List<String> oneByOne() {
        return page(
                fetch("news", 1000)
                        .thenCompose(_ -> fetch("mail", 1200))
                        .thenCompose(_ -> fetch("weather", 800)));
    }

    List<String> together() {
        return page(
                CompletableFuture.allOf(
                        fetch("news", 1000), fetch("mail", 1200), fetch("weather", 800)));
    }

    List<String> askedTogetherAwaitedInTurn() {
        var news = fetch("news", 1000);
        var mail = fetch("mail", 1200);
        var weather = fetch("weather", 800);
        return page(news.thenCompose(_ -> mail).thenCompose(_ -> weather));
    }

    private List<String> page(CompletableFuture<Void> parts) {
        var _ = parts.thenRun(() -> log.add("page at " + clock.now()));
        clock.run();
        return log;
    }

    void main() {
        print("one by one", new Gather().oneByOne());
        print("together", new Gather().together());
        print("awaited in turn", new Gather().askedTogetherAwaitedInTurn());
    }

    private static void print(String how, List<String> log) {
        IO.println("%-17s%s".formatted(how, String.join(", ", log)));
    }
}
