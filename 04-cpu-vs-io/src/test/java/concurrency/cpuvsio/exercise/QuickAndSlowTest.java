package concurrency.cpuvsio.exercise;

import concurrency.kit.Specification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Slow requests are held until the test lets them end; quick ones are not. */
@DisplayName("exercise 4.3: keep the quick requests quick")
@Specification
class QuickAndSlowTest {
    @Test
    @Order(1)
    void the_thread_that_calls_handles_nothing() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(13);
            server.quick();
            if (server.handledOnCaller())
                server.fails(
                        "The thread that calls has handled a request itself.",
                        "what does a pool do with a request for which it has no place?");
        }
    }

    @Test
    @Order(2)
    void the_thread_that_calls_never_waits() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(13);
            if (server.doesCallerWait())
                server.fails("The thread that calls waits.", "for a place, or for an answer?");
        }
    }

    @Test
    @Order(3)
    void a_rejection_is_told_by_the_future_and_not_thrown() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(13);
            if (server.isRejectionThrown())
                server.fails(
                        "slow(...) throws the RejectedExecutionException at the thread that calls.",
                        "whoever gave the request looks at its future: how does it get there?");
        }
    }

    @Test
    @Order(4)
    void a_quick_request_never_waits_for_a_slow_one() throws Exception {
        for (int slow : new int[] {2, 13}) {
            try (var server = new HeldRequests()) {
                server.slow(slow);
                if (!server.quick())
                    server.fails(
                            "After %s slow requests, a quick one is not handled.".formatted(slow),
                            "which threads handle it, and what else do they do?");
            }
        }
    }

    @Test
    @Order(5)
    void two_slow_requests_are_in_flight() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(2);
            if (server.inFlight(2) < 2)
                server.fails(
                        "Of two slow requests, not both are in flight.",
                        "when is a second thread made?");
        }
    }

    @Test
    @Order(6)
    void never_more_than_two_slow_requests_are_in_flight() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(12);
            if (server.inFlight(3) > 2)
                server.fails(
                        "More than two are in flight.",
                        "how many threads may handle slow requests?");
        }
    }

    @Test
    @Order(7)
    void ten_more_slow_requests_can_wait() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(12);
            if (server.rejected() > 0)
                server.fails(
                        "Rejected, of 12 slow requests: %s.".formatted(server.rejected()),
                        "two in flight, ten that wait: how many places does that take?");
        }
    }

    @Test
    @Order(8)
    void one_more_slow_request_is_rejected() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(13);
            if (server.rejected() != 1)
                server.fails(
                        "Twelve slow requests are not over, and the thirteenth is taken.",
                        "what limits those that wait, and who tells the future?");
        }
    }

    @Test
    @Order(9)
    void each_slow_request_that_ends_makes_room_for_another() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(12);
            for (int over = 1; over <= 3; over++) {
                server.endOne();
                if (!server.takesOneMore())
                    server.fails(
                            "Ended, of 12 slow requests: %s. No other is taken.".formatted(over),
                            "who gives the place back, and when?");
            }
        }
    }

    @Test
    @Order(10)
    void close_waits_for_requests_in_flight() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(2);
            server.inFlight(2);
            server.beginToClose();
            if (!server.doesCallerWait())
                server.fails(
                        "close() has returned while requests are in flight.",
                        "for the end of which threads does it wait?");
        }
    }

    @Test
    @Order(11)
    void every_request_that_was_taken_is_handled() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(12);
            server.beginToClose();
            server.endAll();
            server.mustBeClosed();
            if (server.handled() < 12)
                server.fails(
                        "close() has returned. Handled, of 12 slow requests: %s."
                                .formatted(server.handled()),
                        "what does close() do with those that wait?");
        }
    }

    @Test
    @Order(12)
    void after_close_no_thread_is_left() throws Exception {
        try (var server = new HeldRequests()) {
            server.slow(2);
            server.quick();
            server.beginToClose();
            server.endAll();
            server.mustBeClosed();
            if (server.isAnyThreadLeft())
                server.fails("close() has returned, and a thread is left.", "who ends it?");
        }
    }
}
