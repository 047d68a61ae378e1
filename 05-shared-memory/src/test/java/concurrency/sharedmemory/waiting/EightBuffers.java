package concurrency.sharedmemory.waiting;

import concurrency.sharedmemory.waiting.BoundedBuffer.Buffer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The ways to write {@link BoundedBuffer} that stand neither there nor in {@link BufferCures}, so
 * that there are all eight: {@code if} or {@code while}, to wake one or all, one set of waiters or
 * two.
 */
final class EightBuffers {
    private EightBuffers() {}

    @SuppressWarnings("WaitNotInLoop") // that is the mistake
    static final class IfNotify implements Buffer {
        private Integer item;

        @Override
        public synchronized void put(int newItem) throws InterruptedException {
            if (item != null) wait();
            item = newItem;
            notify();
        }

        @Override
        public synchronized Integer take() throws InterruptedException {
            if (item == null) wait();
            Integer taken = item;
            item = null;
            notify();
            return taken;
        }
    }

    @SuppressWarnings("WaitNotInLoop") // that is the mistake
    static class IfTwoConditions implements Buffer {
        private final Lock lock = new ReentrantLock();
        private final Condition notFull = lock.newCondition();
        private final Condition notEmpty = lock.newCondition();
        private Integer item;

        void wake(Condition condition) {
            condition.signal();
        }

        @Override
        public void put(int newItem) throws InterruptedException {
            lock.lock();
            try {
                if (item != null) notFull.await();
                item = newItem;
                wake(notEmpty);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Integer take() throws InterruptedException {
            lock.lock();
            try {
                if (item == null) notEmpty.await();
                Integer taken = item;
                item = null;
                wake(notFull);
                return taken;
            } finally {
                lock.unlock();
            }
        }
    }

    static final class IfTwoConditionsAll extends IfTwoConditions {
        @Override
        void wake(Condition condition) {
            condition.signalAll();
        }
    }

    static final class WhileTwoConditionsAll implements Buffer {
        private final Lock lock = new ReentrantLock();
        private final Condition notFull = lock.newCondition();
        private final Condition notEmpty = lock.newCondition();
        private Integer item;

        @Override
        public void put(int newItem) throws InterruptedException {
            lock.lock();
            try {
                while (item != null) notFull.await();
                item = newItem;
                notEmpty.signalAll();
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
                notFull.signalAll();
                return taken;
            } finally {
                lock.unlock();
            }
        }
    }
}
