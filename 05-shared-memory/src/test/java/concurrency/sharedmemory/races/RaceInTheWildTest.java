package concurrency.sharedmemory.races;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.TestThread;
import concurrency.sharedmemory.races.LostUpdate.Counter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many additions a race loses cannot be known; that the loss is counted right can be tested.
 */
class RaceInTheWildTest {
    /** One of the two threads adds only when it is waited for. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void what_is_lost_is_what_is_missing_from_both_threads_additions(int late) throws Exception {
        var counter = new LosesSeven(late);
        try (var main = TestThread.start("main", () -> RaceInTheWild.lost(counter, 100))) {
            try {
                main.until("it waits for the late one", () -> counter.isOneLeft(main.thread()));
                assertThat(main.hasEnded()).as("it has looked too early").isFalse();
            } finally {
                counter.gate.countDown();
            }
            assertThat(main.result()).isEqualTo(7);
        }
    }

    /** Holds the thread of this number, in the order in which the two were made. */
    private static final class LosesSeven implements Counter {
        private final List<Thread> threads = new CopyOnWriteArrayList<>();
        private final CountDownLatch both = new CountDownLatch(2);
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();
        private final int late;

        LosesSeven(int late) {
            this.late = late;
        }

        @Override
        public void increment() {
            Thread me = Thread.currentThread();
            if (!threads.contains(me)) {
                threads.add(me);
                both.countDown();
                awaitUninterruptibly(both);
                if (me.equals(inOrder().get(late))) awaitUninterruptibly(gate);
            }
            calls.incrementAndGet();
        }

        private List<Thread> inOrder() {
            return threads.stream().sorted(Comparator.comparingLong(Thread::threadId)).toList();
        }

        boolean isOneLeft(Thread main) {
            return both.getCount() == 0
                    && !inOrder().get(1 - late).isAlive()
                    && TestThread.isIn("join", main);
        }

        @Override
        public int get() {
            return calls.get() - 7;
        }
    }
}
