package concurrency.threading.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A worker with a few items, interrupted at each of the times at which that can happen. */
@DisplayName("exercise 2.2: a worker that can be stopped")
@Specification
class WorkerTest {
    @Test
    @Order(1)
    void the_items_are_handled_in_order() throws Exception {
        try (var worker = new WatchedWorker("a", "b", "c")) {
            worker.start().mustHaveHandled("a", "b", "c");
        }
    }

    @Test
    @Order(2)
    void while_the_queue_is_empty_the_worker_waits() throws Exception {
        try (var worker = new WatchedWorker("a")) {
            worker.start().mustHaveHandled("a");
            if (!worker.waits())
                fail(
                        "The queue is empty, and the worker does not wait: %s.%n%nHint: %s"
                                .formatted(
                                        worker.state(),
                                        "which method of BlockingQueue waits for an item?"));
            worker.add("b").mustHaveHandled("a", "b");
        }
    }

    @Test
    @Order(3)
    void interrupted_while_it_waits_it_returns() throws Exception {
        try (var worker = new WatchedWorker()) {
            worker.start().waits();
            worker.interrupt();
            worker.mustReturn(
                    "It was interrupted while it waited for an item",
                    "what does take() do when the thread is interrupted, and what then?");
        }
    }

    @Test
    @Order(4)
    void interrupted_while_it_handles_an_item_it_begins_no_other() throws Exception {
        try (var worker = new WatchedWorker("a", "b", "c")) {
            worker.interruptIn("a").start();
            worker.mustReturn(
                    "It was interrupted while it handled a, and the handler did not wait",
                    "who looks at the flag that the interrupt has left, and when?");
            worker.mustHaveHandled("a");
            worker.mustHaveLeft("b", "c");
        }
    }

    @Test
    @Order(5)
    void a_handler_that_is_interrupted_ends_the_work() throws Exception {
        try (var worker = new WatchedWorker("a", "b", "c")) {
            worker.waitIn("a").start().waits();
            worker.interrupt();
            worker.mustReturn(
                    "It was interrupted while the handler of a waited",
                    "the handler has thrown InterruptedException, and the flag is gone.");
            worker.mustHaveLeft("b", "c");
        }
    }

    @Test
    @Order(6)
    void interrupted_before_it_begins_it_takes_nothing() throws Exception {
        try (var worker = new WatchedWorker("a")) {
            worker.interruptAtTheBeginning().start();
            worker.mustReturn(
                    "It was interrupted before it began",
                    "the flag is there already; who looks at it before the first item?");
            worker.mustHaveLeft("a");
        }
    }

    @Test
    @Order(7)
    void an_item_that_has_been_taken_is_handled() throws Exception {
        try (var worker = new WatchedWorker("a", "b")) {
            worker.interruptWhenTaken("a").start();
            worker.mustReturn(
                    "It was interrupted just after it had taken a", "who looks at the flag?");
            worker.mustHaveHandled("a");
            worker.mustHaveLeft("b");
        }
    }

    @Test
    @Order(8)
    void when_it_returns_its_thread_is_still_interrupted() throws Exception {
        try (var worker = new WatchedWorker()) {
            worker.start().waits();
            worker.interrupt();
            worker.mustBeInterrupted("while it waited for an item");
        }
        try (var worker = new WatchedWorker("a")) {
            worker.interruptIn("a").start();
            worker.mustBeInterrupted("while it handled a");
        }
        try (var worker = new WatchedWorker("a")) {
            worker.waitIn("a").start().waits();
            worker.interrupt();
            worker.mustBeInterrupted("while the handler of a waited");
        }
    }
}
