package concurrency.async.loop;

import static concurrency.async.coroutines.Coroutine.await;
import static concurrency.async.coroutines.Coroutine.giveWay;

import concurrency.async.coroutines.Coroutine;
import concurrency.async.coroutines.Coroutine.AsyncFunction;

/**
 * {@code await} gives way only if something inside it waits.
 *
 * <p>Predict: a task queues a second one, which writes B, and then itself awaits three times
 * something that writes A. When is it B's turn: at the first await, or after the last?
 *
 * <p>Why: to await a {@link Coroutine} is to run it here and now, like a call. What gives way are
 * the yields inside it, and if there is none, nobody else runs: AAAB. A task of the {@link
 * EventLoop} has turns of its own, behind B, so there is something to wait for: BAAA. A coroutine
 * that yields does so once its first A is written: ABAA. And what is done already is not waited
 * for: AAAB again.
 *
 * <p>So {@code await} marks where a task may give way. Whether it does is decided inside. (So it is
 * in Python and C#; JavaScript's {@code await} always gives way.)
 *
 * <p>Next: {@link CourierOnTheLoop}
 */
public final class AwaitGivesWay {
    private final EventLoop loop = new EventLoop();
    private final StringBuilder written = new StringBuilder();
    private final AsyncFunction writeA = new AsyncFunction("writeA", () -> written.append("A"));
    private final AsyncFunction writeB = new AsyncFunction("writeB", () -> written.append("B"));
    private final AsyncFunction writeAndYield =
            new AsyncFunction(
                    "writeAndYield",
                    () -> {
                        written.append("A");
                        giveWay();
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
        while (!task.isOver()) giveWay();
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
        IO.println("await a coroutine               " + new AwaitGivesWay().awaitCoroutine());
        IO.println("await it as a task              " + new AwaitGivesWay().awaitTask());
        IO.println(
                "await a coroutine that yields   "
                        + new AwaitGivesWay().awaitCoroutineThatYields());
        IO.println("await what is done already      " + new AwaitGivesWay().awaitWhatIsDone());
    }
}
