package concurrency.sharedmemory;

import com.google.common.util.concurrent.Monitor;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.BoundedBuffer.Buffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The right {@link BoundedBuffer} in Java's other words, from the most to remember to the least.
 */
final class BufferSpellings {
    private BufferSpellings() {}

    /**
     * To remember: the loop, and to wake all, since an object has one condition only. (If one of
     * the two wakes all then the other need not; but that has to be proven.)
     */
    static final class Synchronized implements Buffer {
        @GuardedBy("this")
        private Integer item;

        @Override
        public synchronized void put(int newItem) throws InterruptedException {
            while (item != null) wait();
            item = newItem;
            notifyAll();
        }

        @Override
        public synchronized int take() throws InterruptedException {
            while (item == null) wait();
            int taken = item;
            item = null;
            notifyAll();
            return taken;
        }
    }

    /** To remember: to leave. Guava's monitor looks again, and wakes one who can go on. */
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
        public int take() throws InterruptedException {
            monitor.enterWhen(full);
            try {
                int taken = item;
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
        public int take() throws InterruptedException {
            return items.take();
        }
    }
}
