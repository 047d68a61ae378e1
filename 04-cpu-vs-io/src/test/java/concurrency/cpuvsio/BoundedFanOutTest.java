package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.RateLimiter;
import com.google.common.util.concurrent.Uninterruptibles;
import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BoundedFanOutTest {
    private static final List<String> PAGES = List.of("1", "2", "3", "4", "5", "6", "7", "8");

    @Test
    void four_are_in_flight_together() throws Exception {
        var server = new BoundedFanOut.Server();

        var fetched = Patience.call("fetching", () -> BoundedFanOut.fetchAll(PAGES, server::fetch));

        assertThat(fetched).hasSize(8).startsWith("1 is here");
        assertThat(server.peakInFlight()).isEqualTo(4);
    }

    @Test
    void a_fifth_does_not_begin_while_four_are_held() throws Exception {
        var gate = new CountDownLatch(1);
        var begun = new AtomicInteger();
        UnaryOperator<String> held =
                page -> {
                    begun.incrementAndGet();
                    Uninterruptibles.awaitUninterruptibly(gate);
                    return page;
                };
        try (var fetching =
                TestThread.start("fetching", () -> BoundedFanOut.fetchAll(PAGES, held))) {
            try {
                fetching.until("four have begun", () -> begun.get() >= 4);
                fetching.mustWait();
                assertThat(begun).hasValue(4);
            } finally {
                gate.countDown();
            }
            assertThat(fetching.result()).isEqualTo(PAGES);
        }
    }

    @Test
    void results_keep_the_order_of_the_pages() throws Exception {
        List<String> pages = PAGES.subList(0, 4);
        Map<String, CountDownLatch> fetched =
                pages.stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> new CountDownLatch(1)));
        UnaryOperator<String> lastFirst =
                page -> {
                    int next = Integer.parseInt(page) + 1;
                    var before = fetched.getOrDefault("" + next, new CountDownLatch(0));
                    Uninterruptibles.awaitUninterruptibly(before);
                    fetched.get(page).countDown();
                    return page;
                };

        assertThat(Patience.call("fetching", () -> BoundedFanOut.fetchAll(pages, lastFirst)))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void a_failure_waits_for_the_pages_before_it() throws Exception {
        var firstPage = new CountDownLatch(1);
        var failing = new CountDownLatch(1);
        UnaryOperator<String> fetch =
                page -> {
                    if (page.equals("1")) {
                        Uninterruptibles.awaitUninterruptibly(firstPage);
                        return page;
                    }
                    failing.countDown();
                    throw new IllegalStateException("no page 2");
                };
        try (var fetching =
                TestThread.start(
                        "fetching", () -> BoundedFanOut.fetchAll(PAGES.subList(0, 2), fetch))) {
            try {
                fetching.until("page 2 fails", () -> failing.getCount() == 0);
                fetching.mustWait();
            } finally {
                firstPage.countDown();
            }
            assertThatThrownBy(fetching::result).hasStackTraceContaining("no page 2");
        }
    }

    @Test
    void a_failure_interrupts_the_other_calls() throws Exception {
        var others = new CountDownLatch(3);
        var interrupted = new AtomicInteger();
        UnaryOperator<String> fetch =
                page -> {
                    if (page.equals("1")) {
                        Uninterruptibles.awaitUninterruptibly(others);
                        throw new IllegalStateException("no page 1");
                    }
                    try {
                        others.countDown();
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        interrupted.incrementAndGet();
                    }
                    return page;
                };

        assertThatThrownBy(
                        () ->
                                Patience.call(
                                        "fetching",
                                        () -> BoundedFanOut.fetchAll(PAGES.subList(0, 4), fetch)))
                .hasStackTraceContaining("no page 1");
        Patience.until("the others are interrupted", () -> interrupted.get() == 3);
    }

    @Test
    void each_start_takes_a_permit_of_the_rate() throws Exception {
        var onceADay = RateLimiter.create(1.0 / Duration.ofDays(1).toSeconds());

        var fetched =
                Patience.call(
                        "fetching",
                        () -> BoundedFanOut.fetchPolitely(List.of("1"), onceADay, page -> page));

        assertThat(fetched).containsExactly("1");
        assertThat(onceADay.tryAcquire()).as("a second start on this day").isFalse();
    }

    @Test
    void a_rate_spreads_the_starts_over_time() throws Exception {
        long started = System.nanoTime();

        Patience.call(
                "fetching",
                () -> BoundedFanOut.fetchPolitely(PAGES, RateLimiter.create(200), page -> page));

        // 8 starts, 7 gaps of 5 ms; the limiter counts in whole microseconds
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isGreaterThanOrEqualTo(Duration.ofMillis(34));
    }
}
