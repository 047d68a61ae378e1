package concurrency.threading.virtual;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;

import concurrency.kit.TestThread;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * Makes virtual threads, one of which begins only when whoever tells the story waits in {@code
 * join} and no other thread is at work: what is not joined has not even begun.
 */
final class LateThreads implements ThreadFactory {
    /** What an example makes of its threads. */
    interface Story {
        List<String> tell(ThreadFactory threads) throws Exception;
    }

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final int late;

    private LateThreads(int late) {
        this.late = late;
    }

    /** The story, if the thread of this number, counted from 0, begins late. */
    static List<String> tell(int late, Story story) throws Exception {
        var threads = new LateThreads(late);
        try (var main = TestThread.start("main of the example", () -> story.tell(threads))) {
            try {
                main.until(
                        "it waits for the late one",
                        () -> isInJoin(main.thread()) && threads.othersAreIdle());
                if (main.hasEnded())
                    throw new AssertionError("it has not waited for all: " + main.result());
            } finally {
                threads.gate.countDown();
            }
            return main.result();
        }
    }

    @Override
    public Thread newThread(Runnable task) {
        boolean isLate = threads.size() == late;
        Runnable work =
                () -> {
                    if (isLate) awaitUninterruptibly(gate);
                    task.run();
                };
        Thread thread = Thread.ofVirtual().unstarted(work);
        threads.add(thread);
        return thread;
    }

    private boolean othersAreIdle() {
        return threads.stream()
                .filter(thread -> !thread.equals(threads.get(late)))
                .noneMatch(Thread::isAlive);
    }

    private static boolean isInJoin(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("join"));
    }
}
