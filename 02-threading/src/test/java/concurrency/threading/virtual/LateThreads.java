package concurrency.threading.virtual;

import concurrency.kit.HeldBack;
import concurrency.kit.TestThread;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Holds back one of a story's threads until the teller waits in {@code join} and no other thread is
 * at work: what is not joined has not even begun.
 */
final class LateThreads {
    /** What an example makes of its threads. */
    interface Story {
        List<String> tell(ThreadFactory threads) throws Exception;
    }

    private LateThreads() {}

    /** The story, if the thread of this number, counted from 0, begins late. */
    static List<String> tell(int late, Story story) throws Exception {
        var threads = new HeldBack(late);
        try (var main = TestThread.start("main of the example", () -> story.tell(threads))) {
            try {
                main.until(
                        "it waits for the late one",
                        () -> main.isIn("join") && threads.othersAreIdle());
                if (main.hasEnded())
                    throw new AssertionError("it has not waited for all: " + main.result());
            } finally {
                threads.letGo();
            }
            return main.result();
        }
    }
}
