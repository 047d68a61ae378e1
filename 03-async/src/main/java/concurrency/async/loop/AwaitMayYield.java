package concurrency.async.loop;

import static concurrency.async.coroutines.Coroutine.await;
import static concurrency.async.coroutines.Coroutine.yieldNow;

import concurrency.async.coroutines.Coroutine;
import concurrency.async.coroutines.Coroutine.AsyncFunction;

/**
 * {@code await} yields only if something inside it waits.
 *
 * <p>Predict: a task queues a second one, which writes B, and then awaits, three times, something
 * that writes A. When is it B's turn: at the first await, or after the last?
 *
 * <p>Why: to await a {@link Coroutine} is to run it here and now, like a call. Only the yields
 * inside it let another task in, and if there is none, no other task runs: AAAB. A task of the
 * {@link EventLoop} has turns of its own, behind B, so there is something to wait for: BAAA. A
 * coroutine that yields lets B in once its first A is written: ABAA. And what is already done is
 * not waited for: AAAB again.
 *
 * <p>So {@code await} marks where a task may yield. Whether it does is decided inside. (The same is
 * true of Python and C#; JavaScript's {@code await} always yields.)
 *
 * <p>Next: {@link CourierOnTheLoop}
 */
public final class AwaitMayYield {
    private final EventLoop loop = new EventLoop();
    private final StringBuilder written = new StringBuilder();
    private final AsyncFunction writeA = new AsyncFunction("writeA", () -> written.append("A"));
    private final AsyncFunction writeB = new AsyncFunction("writeB", () -> written.append("B"));
    private final AsyncFunction writeAndYield =
            new AsyncFunction(
                    "writeAndYield",
                    () -> {
                        written.append("A");
                        yieldNow();
                    });

    String awaitCoroutine() {
        return threeTimes(() -> await(writeA.call()));
    }

    String awaitTask() {
        return threeTimes(() -> awaitEnd(loop.spawn(writeA.call())));
    }

    String awaitCoroutineThatYields() {
        return threeTimes(() -> await(writeAndYield.call()));
    }

    String awaitWhatIsDone() {
        return threeTimes(() -> awaitEnd(doneAlready()));
    }

    /**
     * For a task: the loop runs it, and this one asks in each of its turns whether it has ended.
     */
    private static void awaitEnd(Coroutine task) {
        while (!task.isOver()) yieldNow();
    }

    private Coroutine doneAlready() {
        Coroutine task = writeA.call();
        task.forEachRemaining(_ -> {}); // runs it to its end
        return task;
    }

    private String threeTimes(Runnable step) {
        Runnable body =
                () -> {
                    loop.spawn(writeB.call());
                    for (int i = 0; i < 3; i++) step.run();
                };
        loop.spawn(new AsyncFunction("story", body).call());
        loop.run();
        return written.toString();
    }

    void main() {
        IO.println("await a coroutine               " + new AwaitMayYield().awaitCoroutine());
        IO.println("await it as a task              " + new AwaitMayYield().awaitTask());
        IO.println(
                "await a coroutine that yields   "
                        + new AwaitMayYield().awaitCoroutineThatYields());
        IO.println("await what is already done      " + new AwaitMayYield().awaitWhatIsDone());
    }
}
