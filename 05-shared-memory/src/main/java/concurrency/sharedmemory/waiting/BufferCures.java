package concurrency.sharedmemory.waiting;

import com.google.common.util.concurrent.Monitor;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.waiting.BoundedBuffer.Buffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** More cures of {@link BoundedBuffer}, from the one with the most to remember to the least. */
final class BufferCures {
    private BufferCures() {}

    /** To remember: the loop, the unlock, and which condition to signal. */
    static final class TwoConditions implements Buffer {
        private final Lock lock = new ReentrantLock();
        private final Condition notFull = lock.newCondition();
        private final Condition notEmpty = lock.newCondition();

        @GuardedBy("lock")
        private Integer item;

        @Override
        public void put(int newItem) throws InterruptedException {
            lock.lock();
            try {
                while (item != null) notFull.await();
                item = newItem;
                notEmpty.signal(); // any thread that waits there can use it
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Integer take() throws InterruptedException {
            lock.lock();
            try {
                while (item == null) notEmpty.await();
                Integer taken = item;
                item = null;
                notFull.signal();
                return taken;
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * To remember: the call of leave. Guava's monitor looks again, and wakes one that can go on.
     */
    static final class Monitored implements Buffer {
        private final Monitor monitor = new Monitor();

        @GuardedBy("monitor")
        private Integer item;

        @SuppressWarnings("GuardedBy") // the monitor evaluates its guards while it is held
        private final Monitor.Guard full = monitor.newGuard(() -> item != null);

        @SuppressWarnings("GuardedBy")
        private final Monitor.Guard empty = monitor.newGuard(() -> item == null);

        @Override
        public void put(int newItem) throws InterruptedException {
            monitor.enterWhen(empty);
            try {
                item = newItem;
            } finally {
                monitor.leave();
            }
        }

        @Override
        public Integer take() throws InterruptedException {
            monitor.enterWhen(full);
            try {
                Integer taken = item;
                item = null;
                return taken;
            } finally {
                monitor.leave();
            }
        }
    }

    /** To remember: nothing. */
    static final class Queue implements Buffer {
        private final BlockingQueue<Integer> items = new ArrayBlockingQueue<>(1);

        @Override
        public void put(int item) throws InterruptedException {
            items.put(item);
        }

        @Override
        public Integer take() throws InterruptedException {
            return items.take();
        }
    }
}
